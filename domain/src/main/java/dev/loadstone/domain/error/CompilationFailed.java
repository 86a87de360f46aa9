package dev.loadstone.domain.error;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import java.io.Serial;
import java.util.List;

/**
 * The compiler reported an error, or a warning that counts as one.
 *
 * <p>The message is the rendered diagnostics, errors first, and the {@link #advice() advice}; where
 * they concern several files, below a line that names them.
 */
public final class CompilationFailed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;
  private final String otherAdvice;

  /**
   * Makes the error.
   *
   * @param diagnostics every diagnostic that is shown, in the compiler's order
   */
  public CompilationFailed(List<Diagnostic> diagnostics) {
    this(diagnostics, "");
  }

  /**
   * Makes the error where it is known what helps.
   *
   * @param diagnostics every diagnostic that is shown, in the compiler's order
   * @param advice what to do; empty where the diagnostics say it
   */
  public CompilationFailed(List<Diagnostic> diagnostics, String advice) {
    super(ErrorKind.COMPILATION_FAILED, Messages.compilationFailed(diagnostics, advice), null);
    this.diagnostics = List.copyOf(diagnostics);
    this.otherAdvice = advice;
  }

  /**
   * Returns what to do where the diagnostics do not tell why the compilation failed: when it had no
   * error, but warnings that count as errors; or when the sources use annotations of a well-known
   * processor, and no processors are named.
   *
   * @return the advice, empty where the diagnostics say enough
   */
  public String advice() {
    return otherAdvice.isEmpty() ? Messages.adviceOnWarnings(diagnostics).toString() : otherAdvice;
  }

  /**
   * Returns what excepts the warnings that failed the compilation: their {@link
   * WarningPolicy#key(Diagnostic) keys}.
   *
   * @return the keys, sorted; none where there is an error
   */
  public List<String> warningKeys() {
    return Messages.warningKeys(diagnostics);
  }

  /** {@return every diagnostic that is shown, in the compiler's order} */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
