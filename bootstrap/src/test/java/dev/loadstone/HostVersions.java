package dev.loadstone;

import dev.loadstone.testkit.HostChange;
import dev.loadstone.testkit.HostChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

  /** Compiles both versions of some hosts, for release 17 whatever compiles them. */
  static void prepare(Path root, List<String> numbers) {
    List<HostChange> changes = changes();
    numbers.stream()
        .parallel()
        .forEach(number -> prepare(changes.get(Integer.parseInt(number)), root.resolve(number)));
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
    HostJar.compile(
        classes,
        sources.entrySet().stream()
            .map(each -> HostJar.unit(each.getKey(), each.getValue()))
            .toList());
  }
}
