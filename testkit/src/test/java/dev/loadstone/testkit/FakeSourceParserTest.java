package dev.loadstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.contract.SourceParserContract;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FakeSourceParserTest extends SourceParserContract {

  @Override
  protected SourceParser parser() {
    return FakeSourceParser.create();
  }

  @Test
  void parse_failingParser_failsAndRemembersTheFile() {
    CompilerUnavailable failure = new CompilerUnavailable();
    FakeSourceParser parser = FakeSourceParser.failing(failure);
    WarningPolicy warnings = new WarningPolicy(Treatment.ERRORS, Set.of());

    Throwable cause =
        parser
            .parse(
                SourceFile.of("A.java", ""),
                new CompilerSettings(Option.none(), List.of(), warnings))
            .getCause();

    assertThat(cause).isSameAs(failure);
    assertThat(parser.parsed()).containsExactly("A.java");
  }
}
