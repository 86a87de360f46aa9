package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The host's sources, to be compiled in another form than Maven did. */
final class HostSources {

  private HostSources() {}

  /** Compiles texts, by their names as files, for release 17, with more options of javac. */
  static Path compile(Path work, Map<String, String> texts, List<String> options)
      throws IOException {
    Path sources = Files.createDirectories(work.resolve("sources"));
    Path classes = Files.createDirectories(work.resolve("classes"));
    List<String> words =
        new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes.toString()));
    words.addAll(options);
    for (Map.Entry<String, String> each : texts.entrySet()) {
      Path file = sources.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      words.add(Files.writeString(file, each.getValue()).toString());
    }
    run("javac", words);
    return classes;
  }

  /** Runs a tool of the JDK in this process. */
  static void run(String tool, List<String> words) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int exit =
        ToolProvider.findFirst(tool).orElseThrow().run(out, out, words.toArray(String[]::new));
    out.flush();
    assertThat(exit).as("%s %s: %s", tool, words, said).isZero();
  }

  /** Returns the sources below some packages, by their names as files. */
  static Map<String, String> texts(String... packages) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String each : packages) {
      try (Stream<Path> files = Files.walk(Library.SOURCES.resolve(each.replace('.', '/')))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          texts.put(
              Library.SOURCES.relativize(file).toString().replace('\\', '/'),
              Files.readString(file));
        }
      }
    }
    return texts;
  }
}
