package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.ContractText;
import io.vavr.control.Option;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.SimpleJavaFileObject;

/**
 * A compilation unit by which javac judges whether the main class fits a contract, see {@link
 * ContractText}. Javac asks for the texts of the two last, when it has parsed all other files, and
 * annotation processors are done with them; they are empty where there is nothing to judge.
 */
final class ContractUnit extends SimpleJavaFileObject {

  private final String typeName;
  private final Supplier<String> text;
  private Option<String> written = Option.none();

  private ContractUnit(String typeName, Supplier<String> text) {
    super(MemoryUri.of("contract/" + typeName + Kind.SOURCE.extension), Kind.SOURCE);
    this.typeName = typeName;
    this.text = text;
  }

  /** Makes both units of a compilation. */
  static List<ContractUnit> of(Supplier<String> declaration, Supplier<String> assignment) {
    return List.of(
        new ContractUnit("Declaration", declaration), new ContractUnit("Assignment", assignment));
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    // Javac asks so whether it is a package's or a module's.
    return kind == Kind.SOURCE && !simpleName.endsWith("-info");
  }

  /** Returns a name under which annotation processing takes it for a generated source. */
  String typeName() {
    return ContractText.NAME + typeName;
  }

  /** Takes what annotation processing writes: its text comes later. */
  @Override
  public OutputStream openOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    if (written.isEmpty()) {
      written = Option.some(text.get());
    }
    return written.get();
  }
}
