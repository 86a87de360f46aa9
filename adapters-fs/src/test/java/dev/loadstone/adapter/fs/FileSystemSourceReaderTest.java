package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.contract.SourceReaderContract;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FileSystemSourceReaderTest extends SourceReaderContract {

  @TempDir Path folder;

  private final SourceReader reader = new FileSystemSourceReader(Limits.defaults().sourceBytes());

  @Override
  protected SourceReader reader() {
    return reader;
  }

  @Override
  protected Path put(String name, Bytes content) {
    try {
      return Files.write(folder.resolve(name), content.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Path putFolder(String name) {
    try {
      return Files.createDirectory(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Path missing(String name) {
    return folder.resolve(name);
  }

  @Test
  void readIfPresent_fileInSubfolders_isFoundByItsVerySpelling() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    put("a/b/C.java", Bytes.ofUtf8("class C {}"));

    assertThat(reader.readIfPresent(folder, "a/b/C.java").get())
        .contains(SourceFile.of(folder.resolve("a/b/C.java").toString(), "class C {}"));
    assertThat(reader.readIfPresent(folder, "A/b/C.java").get()).isEmpty();
  }

  @Test
  void readIfPresent_otherSpellingIsTheSameFile_looksAtTheListing() throws IOException {
    Path file = put("A.java", Bytes.ofUtf8("class A {}"));
    Files.createLink(folder.resolve("A.JAVA"), file);

    assertThat(reader.readIfPresent(folder, "A.java").get()).isNotEmpty();
  }

  @Test
  void readIfPresent_nameThatNoFileCanHave_givesNone() {
    String tooLong = "A".repeat(5_000);

    assertThat(reader.readIfPresent(folder, tooLong + ".java").get()).isEmpty();
    assertThat(reader.readIfPresent(folder, tooLong + "/A.java").get()).isEmpty();
    assertThat(reader.readIfPresent(folder, "A\0.java").get()).isEmpty();
  }

  @Test
  void readIfPresent_linkToItself_isSourceNotFound() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("A.java"), Path.of("A.java"));

    assertThat(reader.readIfPresent(folder, "A.java").getCause())
        .isInstanceOfSatisfying(
            SourceNotFound.class,
            error -> {
              assertThat(error.path()).isEqualTo(link);
              assertThat(error.reason()).isEqualTo(Unreadable.FAILED);
            });
  }

  @Test
  void readIfPresent_unreadableFile_isSourceNotFound() throws IOException {
    Permissions.denyReading(put("A.java", Bytes.ofUtf8("class A {}")));

    assertThat(reader.readIfPresent(folder, "A.java").getCause())
        .isInstanceOf(SourceNotFound.class);
  }

  @Test
  void read_pathWithDetours_keepsItAsGiven() throws IOException {
    put("A.java", Bytes.ofUtf8("class A {}"));
    Files.createDirectory(folder.resolve("sub"));
    Path given = folder.resolve("sub/../A.java");

    Try<SourceSet> sources = reader.read(List.of(given));

    assertThat(sources.get().paths()).containsExactly(given.toString());
  }

  @Test
  void read_interruptedThread_readsAndStaysInterrupted() {
    Path file = put("A.java", Bytes.of(new byte[1 << 20]));
    Thread.currentThread().interrupt();

    Try<SourceSet> sources = reader.read(List.of(file));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(sources.get().mainFile().text()).hasSize(1 << 20);
  }

  @Test
  void read_linkToLink_readsTheFileUnderTheLinksName() throws IOException {
    Path file = put("A.java", Bytes.ofUtf8("class A {}"));
    Path link = Files.createSymbolicLink(folder.resolve("B.java"), file.getFileName());
    Path linkToLink = Files.createSymbolicLink(folder.resolve("C.java"), link);

    Try<SourceSet> sources = reader.read(List.of(linkToLink));

    assertThat(sources.get().paths()).containsExactly(linkToLink.toString());
    assertThat(sources.get().mainFile().text()).isEqualTo("class A {}");
  }

  @Test
  void read_danglingLink_isMissing() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("A.java"), Path.of("missing"));

    Try<SourceSet> sources = reader.read(List.of(link));

    assertUnreadable(sources, link, Unreadable.MISSING);
  }

  @Test
  void read_linkToItself_cannotBeRead() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("A.java"), Path.of("A.java"));

    Try<SourceSet> sources = reader.read(List.of(link));

    assertUnreadable(sources, link, Unreadable.FAILED);
  }

  @Test
  void read_fileBelowFile_isMissing() {
    Path file = put("A.java", Bytes.ofUtf8("class A {}")).resolve("B.java");

    Try<SourceSet> sources = reader.read(List.of(file));

    assertUnreadable(sources, file, Unreadable.MISSING);
  }

  @Test
  void read_nameTooLong_cannotBeRead() {
    Path file = folder.resolve("A".repeat(300) + ".java");

    Try<SourceSet> sources = reader.read(List.of(file));

    assertUnreadable(sources, file, Unreadable.FAILED);
  }

  @Test
  void read_emptyPath_isTheWorkingFolder() {
    Try<SourceSet> sources = reader.read(List.of(Path.of("")));

    assertUnreadable(sources, Path.of(""), Unreadable.FOLDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/full", "/dev/null"})
  @EnabledOnOs(OS.LINUX)
  void read_device_cannotBeRead(Path device) {
    Try<SourceSet> sources = reader.read(List.of(device));

    assertUnreadable(sources, device, Unreadable.FAILED);
    assertThat(sources.getCause()).hasMessageContaining("a device, a pipe or a socket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/self/status", "/proc/cpuinfo", "/proc/kmsg", "/proc/self/maps"})
  @EnabledOnOs(OS.LINUX)
  void read_fileOfTheKernel_cannotBeReadAndDoesNotWait(Path file) {
    Try<SourceSet> sources = reader.read(List.of(file));

    assertUnreadable(sources, file, Unreadable.FAILED);
    assertThat(sources.getCause()).hasMessageContaining("a file of the operating system's kernel");
  }

  @Test
  void read_fileOfAsManyBytesAsItMayHave_isRead() throws IOException {
    Path file = put("A.java", Bytes.ofUtf8("x".repeat(100)));

    assertThat(new FileSystemSourceReader(100).read(List.of(file)).isSuccess()).isTrue();
  }

  @Test
  void read_fileOfMoreBytesThanItMayHave_isInvalidSources() throws IOException {
    Path file = put("A.java", Bytes.ofUtf8("x".repeat(101)));

    Try<SourceSet> sources = new FileSystemSourceReader(100).read(List.of(file));

    assertThat(sources.getCause())
        .isInstanceOfSatisfying(
            InvalidSources.class,
            error -> assertThat(error.reason()).isEqualTo(InvalidSources.Reason.TOO_LARGE))
        .hasMessage(
            file
                + ": has 101 bytes, and a source may have 100. Give another file; an application"
                + " sets another limit by Limits.withSourceBytes.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void read_pipe_cannotBeReadAndDoesNotWait() throws Exception {
    Path pipe = folder.resolve("A.java");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(mkfifo.waitFor(30, TimeUnit.SECONDS)).isTrue();

    Try<SourceSet> sources = reader.read(List.of(pipe));

    assertUnreadable(sources, pipe, Unreadable.FAILED);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void read_readingFails_cannotBeRead() {
    // A regular file that anybody may open and nobody can read from its beginning.
    Path memory = Path.of("/proc/self/mem");

    Try<SourceSet> sources = reader.read(List.of(memory));

    assertUnreadable(sources, memory, Unreadable.FAILED);
    assertThat(sources.getCause()).hasCauseInstanceOf(IOException.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void read_fileWithoutPermission_cannotBeRead() throws IOException {
    Path file = put("A.java", Bytes.ofUtf8("class A {}"));
    Permissions.denyReading(file);

    Try<SourceSet> sources = reader.read(List.of(file));

    assertUnreadable(sources, file, Unreadable.FAILED);
  }

  @Test
  void read_fileInZip_isRead() throws IOException {
    Path zip = folder.resolve("sources.zip");
    try (FileSystem inZip = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path file = Files.writeString(inZip.getPath("/A.java"), "class A {}");

      Try<SourceSet> sources = reader.read(List.of(file));

      assertThat(sources.get().mainFile().path()).isEqualTo("/A.java");
      assertThat(sources.get().mainFile().text()).isEqualTo("class A {}");
    }
  }

  @Test
  void read_closedFileSystem_cannotBeRead() throws IOException {
    Path file;
    try (FileSystem inZip =
        FileSystems.newFileSystem(folder.resolve("sources.zip"), Map.of("create", "true"))) {
      file = Files.writeString(inZip.getPath("/A.java"), "class A {}");
    }

    Try<SourceSet> sources = reader.read(List.of(file));

    assertUnreadable(sources, file, Unreadable.FAILED);
  }

  private static void assertUnreadable(Try<SourceSet> sources, Path path, Unreadable reason) {
    assertThat(sources.getCause())
        .isInstanceOfSatisfying(
            SourceNotFound.class,
            error -> {
              assertThat(error.path()).isEqualTo(path);
              assertThat(error.reason()).isEqualTo(reason);
            });
  }
}
