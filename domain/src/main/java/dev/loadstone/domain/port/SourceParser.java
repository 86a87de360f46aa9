package dev.loadstone.domain.port;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Try;

/**
 * Parses single source files. Looks at no other file and no class, and runs no code of anybody's.
 */
public interface SourceParser {

  /**
   * Parses a file. May need a deep stack and must not be interrupted: callers run it on a thread
   * made for it.
   *
   * <p>The names that it gives are those in type positions (declarations, {@code extends}, {@code
   * implements}, {@code permits}, {@code throws}, bounds, type arguments, casts, {@code
   * instanceof}, patterns, {@code new}, annotations, class literals) and those before a dot or
   * {@code ::} in expressions. Members that a class inherits are not known by parsing: a name that
   * is an inherited type's or field's is given all the same.
   *
   * @param file a file that keeps {@link dev.loadstone.domain.source.SourceRules}
   * @param settings how to compile; the release and the options decide what is well-formed
   * @return what the file tells; {@link dev.loadstone.domain.error.CompilerUnavailable}; {@link
   *     dev.loadstone.domain.error.CompilerCrashed}; or {@link
   *     dev.loadstone.domain.error.CompilationFailed} with all syntax errors, as a compilation of
   *     the file alone would report them
   */
  Try<ParsedSource> parse(SourceFile file, CompilerSettings settings);
}
