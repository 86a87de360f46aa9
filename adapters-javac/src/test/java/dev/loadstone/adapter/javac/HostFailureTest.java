package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HostFailureTest {

  private static final String SOURCE =
      "package p; class Main implements "
          + HostRule.class.getName()
          + " { public int rule() { return 1; } }";
  private final StoreFailed failure = new StoreFailed(Path.of("host.jar"), "it is gone", null);

  private final InMemoryHostView known = InMemoryHostView.ofClasses(HostRule.class);

  @Test
  void compile_viewThatCannotList_fails() {
    assertThat(compileOver(new Failing(known, Call.CLASSES_IN, failure))).isSameAs(failure);
  }

  @Test
  void compile_viewThatCannotRead_fails() {
    assertThat(compileOver(new Failing(known, Call.CLASS_FILE, failure))).isSameAs(failure);
  }

  @Test
  void compile_viewThatCannotTellPackages_fails() {
    assertThat(compileOver(new Failing(known, Call.HAS_PACKAGE, failure))).isSameAs(failure);
  }

  @Test
  void compile_viewThatCannotTellWhatIsHidden_fails() {
    Failing view = new Failing(InMemoryHostView.empty(), Call.HIDDEN_BY, failure);

    assertThat(compileOver(view)).isSameAs(failure);
  }

  @Test
  void compile_damagedClassFileOfTheHost_isAnErrorThatNamesIt() {
    ClassFile damaged = new ClassFile(HostRule.class.getName(), Bytes.ofUtf8("not a class"));

    List<Diagnostic> diagnostics =
        Compiling.sideEffect()
            .host(InMemoryHostView.of(List.of(damaged)))
            .diagnostics("Main.java", SOURCE);

    assertThat(diagnostics.get(0).message()).contains("dev/loadstone/adapter/javac/HostRule.class");
  }

  private static Throwable compileOver(HostView view) {
    return Compiling.sideEffect().host(view).compile("Main.java", SOURCE).getCause();
  }

  private enum Call {
    CLASSES_IN,
    CLASS_FILE,
    HAS_PACKAGE,
    HIDDEN_BY
  }

  private record Failing(HostView known, Call failing, Throwable failure) implements HostView {

    @Override
    public Try<List<String>> classesIn(String packageName) {
      return failing == Call.CLASSES_IN ? Try.failure(failure) : known.classesIn(packageName);
    }

    @Override
    public Try<Option<ClassFile>> classFile(String binaryName) {
      return failing == Call.CLASS_FILE ? Try.failure(failure) : known.classFile(binaryName);
    }

    @Override
    public Try<Boolean> hasPackage(String packageName) {
      return failing == Call.HAS_PACKAGE ? Try.failure(failure) : known.hasPackage(packageName);
    }

    @Override
    public Try<Option<Hiding>> hiddenBy(String packageName) {
      return failing == Call.HIDDEN_BY ? Try.failure(failure) : known.hiddenBy(packageName);
    }

    @Override
    public Try<Option<Hiding>> hidingOf(String binaryName) {
      return failing == Call.HIDDEN_BY ? Try.failure(failure) : known.hidingOf(binaryName);
    }

    @Override
    public Try<Boolean> listsAll(String packageName) {
      return failing == Call.CLASSES_IN ? Try.failure(failure) : known.listsAll(packageName);
    }

    @Override
    public Try<Option<ClassFile>> classFileForHost(String binaryName) {
      return failing == Call.CLASS_FILE ? Try.failure(failure) : known.classFileForHost(binaryName);
    }

    @Override
    public HostView snapshot() {
      return this;
    }
  }
}
