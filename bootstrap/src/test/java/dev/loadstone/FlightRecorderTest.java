package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The events that a recording of the JDK's flight recorder has of a plugin's way. */
@Timeout(120)
final class FlightRecorderTest {

  @TempDir private Path folder;

  @Test
  void load_whileRecording_leavesEachStepWithItsOutcome() throws IOException {
    Path good =
        Sources.write(
            folder,
            "Recorded.java",
            "public class Recorded implements java.util.function.IntSupplier {"
                + " public int getAsInt() { return 1; } }");
    Path bad = Sources.write(folder, "Broken.java", "class Broken {");
    Path artifact = folder.resolve("recorded.jar");
    Path file = folder.resolve("recording.jfr");

    try (Recording recording = new Recording();
        Loadstone loadstone =
            Loadstone.builder().cache(CacheSettings.at(folder.resolve("cache"))).build()) {
      recording.start();
      PluginLoader<IntSupplier> loader = loadstone.loader(IntSupplier.class);
      loader.load(List.of(good)).get();
      loader.load(List.of(good)).get();
      loader.load(List.of(bad)).await();
      loader.expert().compile(List.of(good), artifact).get();
      loader.expert().loadArtifact(artifact).get();
      recording.stop();
      recording.dump(file);
    }

    assertThat(outcomes(file, "Lookup", good)).containsExactly("miss", "hit", "hit");
    assertThat(outcomes(file, "Compile", good)).containsExactly("done");
    assertThat(outcomes(file, "Compile", bad)).containsExactly("compilation failed");
    assertThat(outcomes(file, "Load", good)).containsExactly("done", "done");
    assertThat(outcomes(file, "Run", good)).containsExactly("done", "done");
    assertThat(outcomes(file, "Check", artifact)).containsExactly("done");
    assertThat(events(file).filter(event -> isOf("Compile", event) && isAbout(good, event)))
        .singleElement()
        .satisfies(event -> assertThat(event.getDuration()).isPositive());
  }

  private static List<String> outcomes(Path file, String step, Path plugin) throws IOException {
    return events(file)
        .filter(event -> isOf(step, event))
        .filter(event -> isAbout(plugin, event))
        .sorted(Comparator.comparing(RecordedEvent::getStartTime))
        .map(event -> event.getString("outcome"))
        .toList();
  }

  private static Stream<RecordedEvent> events(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream();
  }

  private static boolean isOf(String step, RecordedEvent event) {
    return event.getEventType().getName().equals("dev.loadstone." + step);
  }

  private static boolean isAbout(Path plugin, RecordedEvent event) {
    return event.getString("plugin").equals(plugin.toString());
  }
}
