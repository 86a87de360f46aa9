package dev.loadstone.adapter.javac;

import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.context.InlinedConstant;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * The constant variables of the host (JLS 4.12.4) whose values javac writes into class files, in
 * the place of a reference: static or not, wherever they are named.
 */
final class InlinedConstants {

  private final Elements elements;
  private final HostClasses hostClasses;
  private final TreeSet<InlinedConstant> found = new TreeSet<>();

  InlinedConstants(Elements elements, HostClasses hostClasses) {
    this.elements = elements;
    this.hostClasses = hostClasses;
  }

  /** Notes what a name means, if that is such a variable. */
  void note(Element element) {
    if (element instanceof VariableElement variable
        && variable.getEnclosingElement() instanceof TypeElement type) {
      String owner = elements.getBinaryName(type).toString();
      // The values of the plugin's own variables are not asked for: that might compute them now.
      if (hostClasses.isUsed(owner) && variable.getConstantValue() != null) {
        found.add(
            new InlinedConstant(
                owner,
                variable.getSimpleName().toString(),
                Literal.of(variable.getConstantValue())));
      }
    }
  }

  SortedSet<InlinedConstant> found() {
    return found;
  }
}
