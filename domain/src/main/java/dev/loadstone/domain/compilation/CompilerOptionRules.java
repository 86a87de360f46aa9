package dev.loadstone.domain.compilation;

import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.CompilationFailed;
import io.vavr.control.Option;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Which of javac's options a user may not pass on, because they would break a promise of this
 * library.
 *
 * <p>Whatever is not refused here is the compiler's to judge. {@code -g} and {@code -parameters}
 * are always in force; {@code -A} is allowed, as it steers only annotation processors.
 */
public final class CompilerOptionRules {

  private static final String LOCATIONS =
      "sources, classes and output never come from or go to a place that an option names: use the class path of the"
          + " library";
  private static final String PROCESSING =
      "no code but the compiler's runs during a compilation: annotation processors have a setting of their own";
  private static final String WARNINGS = "the setting for warnings decides what becomes of them";
  private static final String RELEASE = "the setting for the release decides it";
  private static final String DEBUGGING = "plugins always have all debugging information";
  private static final String SOURCES = "the given sources, and nothing but them, are compiled";
  private static final String DIAGNOSTICS =
      "the compiler's diagnostics are always reported, completely";
  private static final String NO_COMPILATION =
      "it asks the compiler for something else than a compilation";
  private static final String INTERNALS = "it sets what is internal to the compiler";
  private static final String MODULES =
      "a plugin is no module, and the JDK's modules are as they are";

  private static final List<Rule> RULES =
      List.of(
          exactly(LOCATIONS, "-d", "-s", "-h", "-cp", "-classpath", "-sourcepath"),
          exactly(LOCATIONS, "-bootclasspath", "-endorseddirs", "-extdirs"),
          startingWith(LOCATIONS, "--class-path", "--source-path", "--boot-class-path"),
          startingWith(LOCATIONS, "-Xbootclasspath", "-Djava.ext.dirs", "-Djava.endorsed.dirs"),
          startingWith(LOCATIONS, "--system", "--multi-release", "-Xstdout"),
          exactly(LOCATIONS, "-p"),
          startingWith(LOCATIONS, "--module-path", "--upgrade-module-path"),
          exactly(MODULES, "-m"),
          startingWith(
              MODULES,
              "--module",
              "--patch-module",
              "-Xmodule",
              "--default-module-for-created-files"),
          exactly(PROCESSING, "-processor", "-processorpath"),
          startingWith(PROCESSING, "-proc:", "--processor", "-Xplugin", "-Xprint", "-Xdoclint"),
          exactly(WARNINGS, "-nowarn", "-deprecation", "-Xlint"),
          startingWith(WARNINGS, "-Werror", "-Xlint:"),
          exactly(RELEASE, "-source", "--source", "-target", "--target", "-release", "-profile"),
          startingWith(RELEASE, "--release", "--source=", "--target="),
          startingWith(DEBUGGING, "-g:"),
          startingWith(SOURCES, "-implicit", "-encoding", "@", "-Xprefer"),
          startingWith(
              DIAGNOSTICS, "-Xmaxerrs", "-Xmaxwarns", "-verbose", "-Xdiags", "--should-stop"),
          exactly(NO_COMPILATION, "-X", "-?", "-help", "--help", "--help-extra", "--help-lint"),
          exactly(NO_COMPILATION, "-version", "--version", "-fullversion", "--full-version"),
          exactly(NO_COMPILATION, "-printsource", "-doe", "-prompt", "-moreinfo", "-Xjcov"),
          startingWith(INTERNALS, "-J", "-XD", "--debug", "--inherit-runtime-environment"),
          startingWith(INTERNALS, "-XXuserPathsFirst", "-XXsuppressNotes"));

  private static final Set<String> WITH_SEPARATE_VALUE =
      Set.of("--add-exports", "--add-opens", "--add-reads", "--add-modules", "--limit-modules");

  private static final String CODE = "loadstone.err.invalid.option";
  private static final String ADVICE =
      "\n(the application that compiles the plugin sets the compiler's options; correct them there)";

  private CompilerOptionRules() {}

  /**
   * Makes the error about options, which have no position in a source.
   *
   * @param request what was to be compiled
   * @param message what is wrong
   */
  public static CompilationFailed refusal(CompilationRequest request, String message) {
    return new CompilationFailed(
        List.of(Diagnostic.error(CODE, message + ADVICE, request.sources().mainFile().path())));
  }

  /**
   * Judges options.
   *
   * @param options the options that a user wants to be passed on, as on javac's command line
   * @return what is wrong with the first one that is refused, and why; none where all may be passed
   *     on
   */
  public static Option<String> violation(List<String> options) {
    if (options.size() > Limits.OPTIONS) {
      return Option.some(
          "there are "
              + options.size()
              + " compiler options, and at most "
              + Limits.OPTIONS
              + " are taken");
    }
    Iterator<String> rest = options.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      Option<String> reason = reason(option);
      if (reason.isDefined()) {
        return reason.map(why -> "compiler option " + option + " is refused: " + why);
      }
      if (WITH_SEPARATE_VALUE.contains(option) && rest.hasNext()) {
        rest.next();
      }
    }
    return Option.none();
  }

  private static Option<String> reason(String option) {
    if (!option.startsWith("-") && !option.startsWith("@")) {
      return Option.some("it is no option, and " + SOURCES);
    }
    return Option.ofOptional(
        RULES.stream().filter(rule -> rule.matches(option)).map(Rule::reason).findFirst());
  }

  private static Rule exactly(String reason, String... names) {
    return new Rule(reason, Set.of(names), List.of());
  }

  private static Rule startingWith(String reason, String... prefixes) {
    return new Rule(reason, Set.of(), List.of(prefixes));
  }

  private record Rule(String reason, Set<String> names, List<String> prefixes) {

    boolean matches(String option) {
      return names.contains(option) || prefixes.stream().anyMatch(option::startsWith);
    }
  }
}
