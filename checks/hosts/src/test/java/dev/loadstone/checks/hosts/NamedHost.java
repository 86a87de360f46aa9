package dev.loadstone.checks.hosts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole host as a named module, which requires the library as a module. */
final class NamedHost {

  static final String PROGRAM = NamedModule.NAME + "/acme.host.HostProgram";

  private static final Path MODULES = Library.SOURCES.resolveSibling("modules");

  private NamedHost() {}

  /** Its sources, with the descriptor that the documentation shows. */
  static Map<String, String> sources() throws IOException {
    Map<String, String> sources = HostSources.texts("acme.api", "acme.host", "acme.internal");
    sources.put("module-info.java", text("module-info.java"));
    return sources;
  }

  /** A file of the documentation's. */
  static String text(String name) throws IOException {
    return Files.readString(MODULES.resolve(name));
  }

  /** Compiles it to class files in the folder, with warnings as errors. */
  static Path compile(Path folder, Map<String, String> sources) throws IOException {
    return HostSources.compile(
        folder,
        sources,
        List.of("--module-path", Library.folder().toString(), "-Xlint:all", "-Werror"));
  }

  /** What {@code java} is told, but for its options, to run one of its programs. */
  static List<Object> run(Path classes, String program, Object... arguments) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("-p", Library.classPath(List.of(Library.folder(), classes))));
    words.addAll(List.of("-m", program));
    words.addAll(List.of(arguments));
    return words;
  }
}
