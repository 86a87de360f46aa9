package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Try;
import java.util.List;

/**
 * The parser of Eclipse's compiler.
 *
 * <p>Safe for use by many threads. Loads no class of the compiler's before its use, so that it can
 * say that there is none where its JAR is absent.
 */
final class EcjSourceParser implements SourceParser {

  private final EclipseCompiler compiler = new EclipseCompiler();

  @Override
  public Try<ParsedSource> parse(SourceFile file, CompilerSettings settings) {
    return compiler.use(List.of(file.path()), () -> ParseRun.parse(file, settings));
  }
}
