package dev.loadstone.domain.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which warnings fail a compilation, which are reported, and which are not shown.
 *
 * @param treatment what becomes of warnings
 * @param except the {@link #key(Diagnostic) keys} whose warnings are not shown
 */
public record WarningPolicy(Treatment treatment, Set<String> except) {

  /** The lint keys that are not shown unless the compiler's defaults insist. */
  public static final Set<String> OFF_BY_DEFAULT =
      Set.of(
          "serial",
          "processing",
          "path",
          "classfile",
          "options",
          "module",
          "opens",
          "exports",
          "requires-automatic",
          "requires-transitive-automatic");

  /** The lint key of what annotation processors say: the compiler has none for it. */
  public static final String PROCESSOR = "processor";

  private static final Set<String> NEVER_FAILING =
      Set.of("deprecation", "removal", "preview", PROCESSOR);

  /** What becomes of a warning. */
  public enum Treatment {
    /** A warning in the plugin's own sources fails the compilation. */
    ERRORS,
    /** Warnings are reported to the listener and fail nothing. */
    REPORTED,
    /** Warnings are not shown. */
    IGNORED
  }

  public WarningPolicy {
    Objects.requireNonNull(treatment, "treatment");
    except = Set.copyOf(except);
  }

  /**
   * {@return what a kind of warning is excepted by: its lint key, such as {@code unchecked}, or
   * where the compiler has none for it, the compiler's own code, such as {@code
   * compiler.warn.unreachable.catch}} The code of a warning with a lint key excepts it, too.
   *
   * @param warning the warning
   */
  public static String key(Diagnostic warning) {
    return warning.lint().isEmpty() ? warning.code() : warning.lint();
  }

  private boolean shows(Diagnostic warning) {
    return shows(warning.lint(), warning.code());
  }

  /**
   * {@return whether warnings of a kind are shown}
   *
   * @param lint the lint key, empty where they have none
   * @param code the compiler's own code
   */
  public boolean shows(String lint, String code) {
    return treatment != Treatment.IGNORED
        && !except.contains(lint)
        && !except.contains(code)
        && !OFF_BY_DEFAULT.contains(lint);
  }

  /**
   * {@return whether a warning of a kind can fail a compilation under {@link Treatment#ERRORS}, if
   * it has a line in the plugin's sources}
   *
   * @param lint the lint key, empty where it has none
   */
  public static boolean canFail(String lint) {
    return !NEVER_FAILING.contains(lint);
  }

  /**
   * Selects what is shown of a compilation's diagnostics: every error, and the warnings that this
   * policy shows. Notes are not shown.
   *
   * @param diagnostics the compiler's diagnostics
   * @return those that are shown, in their order
   */
  public List<Diagnostic> shown(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(each -> each.isError() || (each.isWarning() && shows(each)))
        .toList();
  }

  /**
   * {@return whether a diagnostic fails the compilation: an error does; a warning does under {@link
   * Treatment#ERRORS} when it has a position, a line, in the plugin's sources} What a host
   * deprecates or offers as a preview never does, nor what an annotation processor says.
   *
   * @param diagnostic a diagnostic that is {@link #shown(List) shown}
   */
  public boolean fails(Diagnostic diagnostic) {
    return diagnostic.isError() || (treatment == Treatment.ERRORS && countsAsError(diagnostic));
  }

  /**
   * {@return whether a diagnostic is a warning that fails a compilation under {@link
   * Treatment#ERRORS}}
   *
   * @param diagnostic a diagnostic
   */
  public static boolean countsAsError(Diagnostic diagnostic) {
    return diagnostic.isWarning()
        && !diagnostic.source().isEmpty()
        && diagnostic.line() > 0
        && canFail(diagnostic.lint());
  }
}
