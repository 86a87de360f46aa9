package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.Tries;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains what javac cannot know: that a name means nothing since the host hides its package from
 * plugins.
 *
 * <p>Javac says so in a few ways: of a package that it knows nothing of; of a class in one that it
 * knows by the packages below it alone; and of a class that another one needs, a supertype or a
 * type in a signature. The host view is asked of errors only, so that what compiles costs nothing.
 */
final class HiddenPackages {

  private static final String PACKAGE_MISSING = "compiler.err.doesnt.exist";
  private static final String SYMBOL_MISSING = "compiler.err.cant.resolve.location";

  private static final Pattern PACKAGE = Pattern.compile("package (\\S+) does not exist");
  private static final Pattern LOCATION = Pattern.compile("location: package (\\S+)$");
  private static final Pattern CLASS_FILE = Pattern.compile("class file for (\\S+) not found");

  private final HostView host;
  private final HostClasses classes;

  HiddenPackages(HostView host, HostClasses classes) {
    this.host = host;
    this.classes = classes;
  }

  /** Explains what can be explained, and leaves the rest as it is; a failure is the host view's. */
  Try<List<Diagnostic>> explain(List<Diagnostic> diagnostics) {
    return Tries.traverse(diagnostics, each -> each.isError() ? explain(each) : Try.success(each));
  }

  private Try<Diagnostic> explain(Diagnostic error) {
    Option<MatchResult> classFile = found(CLASS_FILE, error);
    if (classFile.isDefined()) {
      return explainNeeded(error, classFile.get());
    }
    Option<Try<Diagnostic>> explained =
        switch (error.code()) {
          case PACKAGE_MISSING ->
              found(PACKAGE, error).map(name -> explainPackage(error, name.group(1)));
          case SYMBOL_MISSING ->
              found(LOCATION, error).map(name -> explainLocation(error, name.group(1)));
          default -> Option.none();
        };
    return explained.getOrElse(() -> Try.success(error));
  }

  private Try<Diagnostic> explainPackage(Diagnostic error, String name) {
    return hiding(name)
        .map(
            hiding ->
                hiding
                    .map(
                        hidden ->
                            error.withMessage(
                                (hidden.name().equals(name)
                                        ? withFirstLine(error.message(), " for plugins")
                                        : error.message())
                                    + "\n"
                                    + hidden.advice()))
                    .getOrElse(error));
  }

  /** Further lines say in which generated file it is. */
  private static String withFirstLine(String message, String end) {
    int first = message.indexOf('\n');
    return first < 0 ? message + end : message.substring(0, first) + end + message.substring(first);
  }

  private Try<Diagnostic> explainLocation(Diagnostic error, String packageName) {
    return hidden(packageName)
        .map(
            hiding ->
                hiding
                    .map(hidden -> error.withMessage(error.message() + "\n" + hidden.advice()))
                    .getOrElse(error));
  }

  private Try<Diagnostic> explainNeeded(Diagnostic error, MatchResult missing) {
    String binaryName = missing.group(1);
    return hiddenClass(binaryName)
        .map(
            hiding ->
                hiding
                    .map(
                        hidden ->
                            error.withMessage(
                                error.message().substring(0, missing.start())
                                    + need(binaryName, hidden)
                                    + error.message().substring(missing.end())
                                    + "\n"
                                    + hidden.advice()))
                    .getOrElse(error));
  }

  private String need(String binaryName, Hidden hidden) {
    List<String> users =
        classes.used().stream()
            .filter(used -> ConstantPool.of(used).names(binaryName))
            .map(ClassFile::binaryName)
            .toList();
    return users.isEmpty()
        ? (hidden.isClass() ? "" : "the package of ") + binaryName + " does not exist for plugins"
        : String.join(", ", users)
            + (users.size() == 1 ? " needs " : " need ")
            + binaryName
            + (hidden.isClass() ? ", which" : ", whose package")
            + " does not exist for plugins";
  }

  /** Looks for a package and, since javac takes a class for one at times, those that it is in. */
  private Try<Option<Hidden>> hiding(String name) {
    Try<Option<Hidden>> found = hidden(name);
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? found
        : found.flatMap(hidden -> hidden.isDefined() ? found : hiding(name.substring(0, dot)));
  }

  private Try<Option<Hidden>> hidden(String packageName) {
    return host.hiddenBy(packageName)
        .flatMap(
            hiding ->
                hiding.isDefined()
                    ? Try.success(hiding.map(why -> new Hidden(packageName, why)))
                    : hiddenClassIn(packageName));
  }

  // Of a package that cannot be listed, only the classes that the sources mean can be asked for.
  private Try<Option<Hidden>> hiddenClassIn(String packageName) {
    for (String name : classes.sought()) {
      if (ClassFile.packageOf(name).equals(packageName)) {
        Try<Option<Hidden>> hidden = hiddenClass(name);
        if (hidden.isFailure() || hidden.get().isDefined()) {
          return hidden;
        }
      }
    }
    return Try.success(Option.none());
  }

  private Try<Option<Hidden>> hiddenClass(String binaryName) {
    return host.hidingOf(binaryName)
        .map(
            hiding ->
                hiding.map(
                    why ->
                        new Hidden(
                            why instanceof Hiding.NoClassFile
                                ? binaryName
                                : ClassFile.packageOf(binaryName),
                            why)));
  }

  private static Option<MatchResult> found(Pattern pattern, Diagnostic error) {
    Matcher matcher = pattern.matcher(error.message());
    return Option.when(matcher.find(), matcher::toMatchResult);
  }

  /** A package or class that is hidden, and why. */
  private record Hidden(String name, Hiding hiding) {

    boolean isClass() {
      return hiding instanceof Hiding.NoClassFile;
    }

    String advice() {
      return hiding.advice(name);
    }
  }
}
