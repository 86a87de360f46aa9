package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Explains what the compiler cannot know: that a name means nothing since the host hides it from
 * plugins. The host view is asked of errors only, so that what compiles costs nothing.
 */
final class HiddenPackages {

  private final HostView host;
  private final Collection<String> absent;
  private boolean explained;

  /**
   * Makes explanations.
   *
   * @param host the host's classes
   * @param absent the classes that the compiler looked for in vain
   */
  HiddenPackages(HostView host, Collection<String> absent) {
    this.host = host;
    this.absent = absent;
  }

  /**
   * Explains an error, or leaves it as it is; a failure is the host view's.
   *
   * @param error the error
   * @param names the names that it is about: of classes, simple or not, and of packages
   */
  Try<Diagnostic> explain(Diagnostic error, List<String> names) {
    return Tries.traverse(names.stream().filter(name -> name.contains(".")).toList(), this::hidden)
        .flatMap(
            ofPackages ->
                Tries.traverse(sought(names), this::advice).map(more -> concat(ofPackages, more)))
        .map(
            found ->
                found.stream()
                    .flatMap(Option::toJavaStream)
                    .findFirst()
                    .map(advice -> explained(error, advice))
                    .orElse(error));
  }

  private Diagnostic explained(Diagnostic error, String advice) {
    explained = true;
    return error.withMessage(error.message() + "\n" + advice);
  }

  /**
   * Explains the first of some errors by a hidden class that the compiler looked for, if no other
   * error tells why: that a host's class has members which it cannot see is no news to it.
   */
  Try<List<Diagnostic>> explainFirst(List<Diagnostic> all) {
    Option<Diagnostic> first =
        Option.ofOptional(all.stream().filter(Diagnostic::isError).findFirst());
    return first.isEmpty() || explained
        ? Try.success(all)
        : Tries.traverse(List.copyOf(absent), this::needed)
            .map(
                found ->
                    found.stream()
                        .flatMap(Option::toJavaStream)
                        .findFirst()
                        .map(why -> replaced(all, first.get(), why))
                        .orElse(all));
  }

  private static List<Diagnostic> replaced(List<Diagnostic> all, Diagnostic first, String why) {
    List<Diagnostic> explained = new ArrayList<>(all);
    explained.set(all.indexOf(first), first.withMessage(first.message() + "\n" + why));
    return explained;
  }

  private Try<Option<String>> needed(String binaryName) {
    return host.hidingOf(binaryName)
        .map(
            hiding ->
                hiding.map(
                    why ->
                        "  class "
                            + binaryName
                            + " does not exist for plugins\n"
                            + advice(binaryName, why)));
  }

  private Try<Option<String>> hidden(String packageName) {
    return host.hiddenBy(packageName).map(hiding -> hiding.map(why -> why.advice(packageName)));
  }

  private static List<Option<String>> concat(List<Option<String>> one, List<Option<String>> more) {
    List<Option<String>> all = new ArrayList<>(one);
    all.addAll(more);
    return all;
  }

  /** Returns the classes that names can mean. */
  private List<String> sought(List<String> names) {
    List<String> sought = new ArrayList<>();
    for (String each : absent) {
      if (names.stream()
          .anyMatch(
              name ->
                  each.equals(name)
                      || each.endsWith("." + name)
                      || each.startsWith(name + ".")
                      || name.startsWith(each + "."))) {
        sought.add(each);
      }
    }
    return sought;
  }

  private Try<Option<String>> advice(String binaryName) {
    String packageName = ClassFile.packageOf(binaryName);
    return packageName.isEmpty()
        ? Try.success(Option.none())
        : hidden(packageName)
            .flatMap(
                hiding ->
                    hiding.isDefined()
                        ? Try.success(hiding)
                        : host.hidingOf(binaryName)
                            .map(other -> other.map(why -> advice(binaryName, why))));
  }

  private static String advice(String binaryName, Hiding why) {
    return why.advice(
        why instanceof Hiding.NoClassFile ? binaryName : ClassFile.packageOf(binaryName));
  }
}
