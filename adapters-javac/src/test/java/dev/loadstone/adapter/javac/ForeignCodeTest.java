package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.testkit.InMemoryHostView;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

// It counts what any javac in this JVM makes of the services, and that of other tests makes some.
@Isolated
final class ForeignCodeTest {

  private static final String SOURCE = "@Deprecated class Main {}";

  @TempDir private Path folder;

  @Test
  void compile_servicesOnTheJvmsClassPathAndInTheHostView_areNeverInstantiated() {
    int plugins = ForeignPlugin.INSTANCES.get();
    int processors = ForeignProcessor.INSTANCES.get();
    Compiling compiling =
        Compiling.sideEffect()
            .host(InMemoryHostView.ofClasses(ForeignPlugin.class, ForeignProcessor.class));

    for (Compiling each : List.of(compiling, compiling.release(11), compiling.release(8))) {
      assertThat(each.compile("Main.java", SOURCE).isSuccess()).isTrue();
    }

    assertThat(ForeignPlugin.INSTANCES).hasValue(plugins);
    assertThat(ForeignProcessor.INSTANCES).hasValue(processors);
  }

  @Test
  void compile_sameServicesByJavacItself_areInstantiated() {
    int plugins = ForeignPlugin.INSTANCES.get();
    int processors = ForeignProcessor.INSTANCES.get();
    var source =
        new SimpleJavaFileObject(URI.create("string:///Main.java"), Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
          }
        };

    List<String> options = List.of("-proc:full", "-d", folder.toString());
    List<String> supported = Runtime.version().feature() < 21 ? options.subList(1, 3) : options;
    boolean succeeded =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, supported, null, List.of(source))
            .call();

    assertThat(succeeded).isTrue();
    assertThat(ForeignPlugin.INSTANCES).hasValueGreaterThan(plugins);
    assertThat(ForeignProcessor.INSTANCES).hasValueGreaterThan(processors);
  }

  @Test
  void compile_sourcesInTheWorkingFolder_areNotSeen() {
    // Maven runs the tests in the module's folder, and this class's source is below it.
    assertThat(Path.of("src/test/java/dev/loadstone/adapter/javac/HostRule.java")).exists();

    assertThat(
            Compiling.sideEffect()
                .diagnostics(
                    "Main.java", "class Main { dev.loadstone.adapter.javac.HostRule rule; }"))
        .isNotEmpty();
  }
}
