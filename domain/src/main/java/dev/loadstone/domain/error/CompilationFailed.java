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

  /**
   * Makes the error.
   *
   * @param diagnostics every diagnostic that is shown, in the compiler's order
   */
  public CompilationFailed(List<Diagnostic> diagnostics) {
    super(ErrorKind.COMPILATION_FAILED, Messages.compilationFailed(diagnostics), null);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Returns what to do where the diagnostics do not tell why the compilation failed: when it had no
   * error, but warnings that count as errors.
   *
   * @return the advice, empty where there is an error
   */
  public String advice() {
    return Messages.adviceOnWarnings(diagnostics).toString();
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
