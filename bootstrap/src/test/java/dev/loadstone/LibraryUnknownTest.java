package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.MemoryLoader.Resources;
import dev.loadstone.internal.wiring.LibraryStamps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the library, beside it, that know which build they are, and that do not. */
final class LibraryUnknownTest {

  @TempDir private Path folder;

  @SuppressWarnings("unchecked")
  private Map<String, String> outcomes(LibraryCopy library) throws Exception {
    Path artifact = LibraryScenario.compile(folder);
    ClassLoader loader =
        new MemoryLoader(
            library.withTestClass(LibraryScenario.class).allFiles(),
            Resources.URLS,
            LibraryCopy.withoutLibrary());
    return (Map<String, String>)
        Class.forName(LibraryScenario.class.getName(), true, loader)
            .getMethod("run", Path.class, Path.class)
            .invoke(null, Files.createDirectory(folder.resolve("copy")), artifact);
  }

  @Test
  void library_thatKnowsItsBuild_doesAll() throws Exception {
    Map<String, String> outcomes = outcomes(LibraryCopy.ofThisBuild());

    assertThat(outcomes)
        .containsEntry("blocking load EXACT", "hello")
        .containsEntry("load artifact BINARY_COMPATIBLE", "hello")
        .containsEntry("differences EXACT", "[]")
        .containsEntry("differences BINARY_COMPATIBLE", "[]")
        .containsEntry("write", "written.jar")
        .containsEntry("written", "true")
        .containsEntry("library build of a load", LibraryStamps.identity().get().toString())
        .containsEntry("load with a cache 1", "hello")
        .containsEntry("load with a cache 2", "hello")
        .containsEntry("load with a cache that is only read", "hello");
    assertThat(outcomes.get("events")).contains("CacheHit").doesNotContain("CacheUnusable");
  }

  @Test
  void library_thatDoesNotKnowItsBuild_loadsSourcesOnly() throws Exception {
    Map<String, String> outcomes = outcomes(LibraryCopy.ofThisBuild().withoutStamp("domain"));

    assertThat(outcomes)
        .containsEntry("blocking load EXACT", "LibraryUnknown")
        .containsEntry("load artifact EXACT", "LibraryUnknown")
        .containsEntry("differences EXACT", "LibraryUnknown")
        .containsEntry("blocking load BINARY_COMPATIBLE", "LibraryUnknown")
        .containsEntry("load artifact BINARY_COMPATIBLE", "LibraryUnknown")
        .containsEntry("differences BINARY_COMPATIBLE", "LibraryUnknown")
        .containsEntry("write", "LibraryUnknown")
        .containsEntry("written", "false")
        .containsEntry("inspect", "Greeting")
        .containsEntry("check", "null")
        .containsEntry("library build of a load", "unknown")
        .containsEntry("load", "hello")
        .containsEntry("load with a cache 1", "hello")
        .containsEntry("load with a cache 2", "hello")
        .containsEntry("load with a cache that is only read", "LibraryUnknown");
    assertThat(outcomes.get("events")).containsOnlyOnce("CacheUnusable").doesNotContain("Stored");
    assertThat(Pattern.compile("Compiled").matcher(outcomes.get("events")).results().count())
        .isEqualTo(2);
    assertThat(folder.resolve("copy/cache")).doesNotExist();
  }
}
