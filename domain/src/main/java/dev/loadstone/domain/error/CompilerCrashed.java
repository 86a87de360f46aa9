package dev.loadstone.domain.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiler itself failed, by an exception of its own or a stack overflow. */
public final class CompilerCrashed extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> files;
  private final String output;

  /**
   * Makes the error.
   *
   * @param files the files that it compiled, as they were given
   * @param output what the compiler said
   * @param cause what was thrown, null where nothing was
   */
  public CompilerCrashed(List<String> files, String output, @Nullable Throwable cause) {
    super(ErrorKind.COMPILER_CRASHED, Messages.compilerCrashed(files, output), cause);
    this.files = List.copyOf(files);
    this.output = output;
  }

  /** {@return the files that it compiled, as they were given} */
  public List<String> files() {
    return files;
  }

  /** {@return what the compiler said} */
  public String output() {
    return output;
  }
}
