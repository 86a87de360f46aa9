package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Try;

/**
 * The parser of the JDK's own compiler.
 *
 * <p>Has no state, thus safe for use by many threads. Refers to no class of {@code javax.tools} or
 * {@code com.sun.source}, so that it can say that there is no compiler where those are absent.
 */
final class JavacSourceParser implements SourceParser {

  @Override
  public Try<ParsedSource> parse(SourceFile file, CompilerSettings settings) {
    return new JavacCompiler().identity().flatMap(identity -> ParseTask.run(file, settings));
  }
}
