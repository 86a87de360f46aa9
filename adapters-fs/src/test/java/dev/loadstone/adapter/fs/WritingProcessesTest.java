package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class WritingProcessesTest {

  private static final int SIZE = 300_000;

  @TempDir Path folder;

  private final FileSystemArtifactFiles files = FileSystemFixture.files();

  @Test
  void write_otherProcessInTheMiddleOfWriting_leavesItsTemporaryAlone() throws Exception {
    Path target = folder.resolve("plugin.jar");
    try (ChildJvm other = ChildJvm.start(StuckProcess.class, target.toString())) {
      Path temporary = Path.of(other.line());

      files.write(target, Bytes.ofUtf8("whole")).get();

      assertThat(temporary).hasContent("half of it");
      assertThat(target).hasContent("whole");
    }
  }

  @Test
  void write_otherProcessKilledInTheMiddleOfWriting_removesItsTemporary() throws Exception {
    Path target = folder.resolve("plugin.jar");
    try (ChildJvm other = ChildJvm.start(StuckProcess.class, target.toString())) {
      Path temporary = Path.of(other.line());
      other.kill();
      assertThat(temporary).exists();

      files.write(folder.resolve("another.jar"), Bytes.ofUtf8("whole")).get();

      assertThat(entries()).containsExactly("another.jar");
    }
  }

  @Test
  void write_processKilledAtAnyMoment_leavesTheOldOrTheNewContent() throws Exception {
    Path target = folder.resolve("plugin.jar");
    for (int kill = 0; kill < 4; kill++) {
      files.write(target, WritingProcess.letters('o', SIZE)).get();
      try (ChildJvm other = writing(target, 'n', 1_000_000)) {
        for (int i = 0; i < 1 + 7 * kill; i++) {
          assertThat(other.line()).isEqualTo("written");
        }
        other.kill();
      }

      assertThat(letter(target)).isEqualTo('n');
    }

    files.write(target, WritingProcess.letters('o', SIZE)).get();
    assertThat(entries()).containsExactly("plugin.jar");
  }

  @Test
  void write_severalProcessesAtOnce_oneWholeContentAtAnyTime() throws Exception {
    Path target = folder.resolve("plugin.jar");
    files.write(target, WritingProcess.letters('o', SIZE)).get();
    List<ChildJvm> others = new ArrayList<>();
    try {
      for (char letter : new char[] {'a', 'b', 'c', 'd'}) {
        others.add(writing(target, letter, 40));
      }
      for (int i = 0; i < 40; i++) {
        for (ChildJvm other : others) {
          assertThat(other.line()).isEqualTo("written");
          assertThat(letter(target)).isIn('o', 'a', 'b', 'c', 'd');
        }
      }

      for (ChildJvm other : others) {
        assertThat(other.exitCode()).isZero();
      }
      assertThat(entries()).containsExactly("plugin.jar");
    } finally {
      others.forEach(ChildJvm::close);
    }
  }

  @Test
  void write_severalThreadsAtOnce_oneWholeContentAtAnyTime() throws Exception {
    Path target = folder.resolve("plugin.jar");
    List<Try<Path>> written = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(i -> new Thread(() -> writeOften(target, (char) ('a' + i), written)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(letter(target)).isIn('a', 'b', 'c', 'd');
    assertThat(written).hasSize(100).allMatch(Try::isSuccess);
    assertThat(entries()).containsExactly("plugin.jar");
  }

  private void writeOften(Path target, char letter, List<Try<Path>> written) {
    for (int i = 0; i < 25; i++) {
      written.add(files.write(target, WritingProcess.letters(letter, SIZE)));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void write_noSpaceForTheContent_isStoreFailedAndChangesNothing() throws Exception {
    Path target =
        Files.writeString(
            folder.resolve("plugin.jar"), "-".repeat(ArtifactFiles.BEGINNING) + "old");
    Files.setLastModifiedTime(target, FileTime.fromMillis(1_000_000_000_000L));
    Map<String, Object> before = Files.readAttributes(target, "unix:ino,lastModifiedTime,mode");
    try (ChildJvm limited =
        ChildJvm.startAfter(
            "ulimit -f 200", WritingProcess.class, target.toString(), "n", "1000000", "1")) {

      assertThat(limited.line())
          .isEqualTo(
              target
                  + ": cannot be written: file too large. Nothing was changed there; remove the cause, or write to"
                  + " another place.");
    }

    assertThat(target).hasContent("-".repeat(ArtifactFiles.BEGINNING) + "old");
    assertThat(Files.readAttributes(target, "unix:ino,lastModifiedTime,mode")).isEqualTo(before);
    assertThat(entries()).containsExactly("plugin.jar");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void write_newFile_hasTheModeOfTheUmask() throws Exception {
    for (Map.Entry<String, String> mode :
        Map.of("077", "rw-------", "027", "rw-r-----", "002", "rw-rw-r--").entrySet()) {
      Path target = folder.resolve(mode.getKey());
      try (ChildJvm other =
          ChildJvm.startAfter(
              "umask " + mode.getKey(), WritingProcess.class, target.toString(), "n", "9", "1")) {

        assertThat(other.line()).isEqualTo("written");
      }

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
          .isEqualTo(mode.getValue());
    }
  }

  private static ChildJvm writing(Path target, char letter, int times) throws IOException {
    return ChildJvm.start(
        WritingProcess.class,
        target.toString(),
        String.valueOf(letter),
        Integer.toString(SIZE),
        Integer.toString(times));
  }

  /** Reads the one letter that the file consists of. */
  private static char letter(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    assertThat(content).hasSize(SIZE);
    char letter = (char) content[ArtifactFiles.BEGINNING];
    assertThat(Bytes.of(content)).isEqualTo(WritingProcess.letters(letter, SIZE));
    return letter;
  }

  private Set<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
