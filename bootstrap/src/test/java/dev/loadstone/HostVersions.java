package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.testkit.HostChange;
import dev.loadstone.testkit.HostChanges;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Hosts in two versions each, as class folders: one folder for each change, by its number. */
final class HostVersions {

  static final String BEFORE = "before";
  static final String AFTER = "after";
  static final String SOURCE = "Plugin.java";
  static final String ARTIFACT = "plugin.jar";

  private HostVersions() {}

  static List<HostChange> changes() {
    return HostChanges.all();
  }

  /** Compiles both versions of each host, for release 17 whatever compiles them. */
  static void prepare(Path root) {
    List<HostChange> changes = changes();
    IntStream.range(0, changes.size())
        .parallel()
        .forEach(number -> prepare(changes.get(number), root.resolve("" + number)));
  }

  private static void prepare(HostChange change, Path folder) {
    compile(folder.resolve(BEFORE), change.sourcesBefore());
    compile(folder.resolve(AFTER), change.sourcesAfter());
    try {
      for (String missing : change.missingAfter()) {
        Files.delete(folder.resolve(AFTER).resolve(missing.replace('.', '/') + ".class"));
      }
      Files.writeString(folder.resolve(SOURCE), change.pluginSource());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compile(Path classes, Map<String, String> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    List<? extends JavaFileObject> units =
        sources.entrySet().stream().map(each -> unit(each.getKey(), each.getValue())).toList();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      Files.createDirectories(classes);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      List<String> options = List.of("--release", "17", "-proc:none", "-nowarn");
      boolean compiled = javac.getTask(output, files, null, options, null, units).call();
      assertThat(compiled).as("%s", output).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject unit(String name, String text) {
    return new SimpleJavaFileObject(URI.create("mem:///" + name), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
