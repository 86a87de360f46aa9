package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.FakeCompiler;
import dev.loadstone.testkit.FakeLoader;
import io.vavr.control.Try;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class SubstitutionTest {

  private static final SourceSet SOURCES =
      Sources.of("A.java", "// a java.util.function.Supplier\npublic class A {}\n");

  @Test
  void load_substitutedCompilerAndLoader_usesNeitherJavacNorClassLoaders() {
    Supplier<String> value = () -> "from the fake";
    FakeCompiler compiler = FakeCompiler.create();
    FakeLoader loader = FakeLoader.running(arguments -> value);
    try (Loadstone loadstone = Loadstone.builder().compiler(compiler).loader(loader).build()) {
      assertThat(loadstone.loader(Supplier.class).load(SOURCES).get()).isSameAs(value);
    }

    assertThat(compiler.requests())
        .extracting(CompilationRequest::sources)
        .containsExactly(SOURCES);
    assertThat(loader.linked()).hasSize(1);
  }

  @Test
  void load_substitutedLoaderRefuses_isLinkageFailed() {
    try (Loadstone loadstone =
        Loadstone.builder()
            .compiler(FakeCompiler.create())
            .loader(FakeLoader.refusing(new VerifyError("refused")))
            .build()) {
      assertThat(loadstone.loader(Supplier.class).load(SOURCES).await().getCause().get())
          .isInstanceOf(LinkageFailed.class);
    }
  }

  @Test
  void load_substitutedCompilerUnavailable_passesItsErrorOn() {
    CompilerUnavailable unavailable = new CompilerUnavailable();
    try (Loadstone loadstone =
        Loadstone.builder().compiler(FakeCompiler.failing(unavailable)).build()) {
      assertThat(loadstone.sideEffects().check(SOURCES).await().getCause().get())
          .isInstanceOf(CompilerUnavailable.class)
          .hasMessage(unavailable.getMessage());
    }
  }

  @Test
  void load_substitutedCompilerThrows_reachesTheCallerUnchanged() {
    IllegalStateException bug = new IllegalStateException("a bug of the substitute");
    try (Loadstone loadstone = Loadstone.builder().compiler(new ThrowingCompiler(bug)).build()) {
      assertThat(loadstone.sideEffects().check(SOURCES).await().getCause().get()).isSameAs(bug);
    }
  }

  private record ThrowingCompiler(RuntimeException bug) implements Compiler {

    @Override
    public Try<CompilerIdentity> identity() {
      throw bug;
    }

    @Override
    public Try<Compilation> compile(CompilationRequest request, HostView host) {
      throw bug;
    }
  }
}
