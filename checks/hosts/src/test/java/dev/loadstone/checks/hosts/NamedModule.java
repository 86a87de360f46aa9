package dev.loadstone.checks.hosts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The host's API as a named module; its program and the library are on the class path. */
final class NamedModule {

  static final String NAME = "acme.app";

  private NamedModule() {}

  static Map<String, String> sources() throws IOException {
    Map<String, String> sources = HostSources.texts("acme.api", "acme.internal");
    sources.put("module-info.java", "module " + NAME + " { exports acme.api; }");
    return sources;
  }

  /** Compiles it to class files in the folder, and returns where they are. */
  static Path compile(Path folder, Map<String, String> sources) throws IOException {
    return HostSources.compile(folder, sources, List.of());
  }

  static String classPath(Path folder) throws IOException {
    PackedJar program = new PackedJar().classes("", Library.CLASSES, "acme.host");
    List<Path> elements = new ArrayList<>(Library.jars());
    elements.add(program.write(folder.resolve("program.jar")));
    return Library.classPath(elements);
  }
}
