package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What others can do who may write to the folder: swap what they find there for another file of the
 * user, or a link to one, which must not change in any way.
 */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
final class TemporaryFileTest {

  private static final Bytes NEW = Bytes.ofUtf8("-".repeat(ArtifactFiles.BEGINNING) + "new");
  private static final String ATTRIBUTES = "unix:ino,uid,gid,mode,size,lastModifiedTime";

  @TempDir Path temporary;

  private Path folder;
  private Path victim;
  private Map<String, Object> before;

  @BeforeEach
  void makeFiles() throws IOException {
    folder = Files.createDirectory(temporary.resolve("folder"));
    victim = Files.writeString(temporary.resolve("victim"), "secret");
    Files.setPosixFilePermissions(victim, PosixFilePermissions.fromString("rw-------"));
    before = Files.readAttributes(victim, ATTRIBUTES);
  }

  /** What stands where the temporary file was. */
  enum Swap {
    LINK {
      @Override
      void make(Path path, Path victim) throws IOException {
        Files.createSymbolicLink(path, victim);
      }
    },
    FILE {
      @Override
      void make(Path path, Path victim) throws IOException {
        Files.writeString(path, "planted");
      }
    },
    FOLDER {
      @Override
      void make(Path path, Path victim) throws IOException {
        Files.createDirectory(path);
      }
    };

    abstract void make(Path path, Path victim) throws IOException;
  }

  private void swap(Path path, Swap swap) throws IOException {
    Files.move(path, path.resolveSibling("taken"));
    swap.make(path, victim);
  }

  @ParameterizedTest
  @EnumSource
  void create_swappedAtOnce_isRefused(Swap swap) throws Exception {
    assertThatThrownBy(() -> temporary(file -> swap(onlyFile(), swap)))
        .isInstanceOf(IOException.class);

    assertUntouched();
  }

  @ParameterizedTest
  @EnumSource
  void create_folderSwappedBeforeRightsAreSet_writesToItsOwnAndNoOther(Swap swap) throws Exception {
    Path target = Files.writeString(folder.resolve("plugin.jar"), "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxrwxrwx"));
    KeptAttributes kept = KeptAttributes.of(target);

    TemporaryFile.Rights rights =
        file -> {
          swap(onlyFolder(), swap);
          kept.giveTo(file);
        };
    try (TemporaryFile file = temporary(rights)) {
      file.write(NEW);
      file.moveTo(target);
    }

    assertThat(target).hasBinaryContent(NEW.toByteArray());
    assertThat(mode(target)).isEqualTo("rwxrwxrwx");
    assertThat(folder.resolve("taken")).isEmptyDirectory();
    assertUntouched();
  }

  @Test
  void create_whatItMakes_isNobodysElse() throws Exception {
    try (TemporaryFile file = temporary(view -> {})) {
      assertThat(mode(file.path().getParent())).isEqualTo("rwx------");
      assertThat(file.path().getParent()).hasParent(folder);
    }

    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void moveTo_swappedMeanwhile_isRefused(Swap swap) throws Exception {
    Path target = folder.resolve("plugin.jar");

    try (TemporaryFile file = temporary(view -> {})) {
      swap(file.path(), swap);
      file.write(NEW);

      assertThatThrownBy(() -> file.moveTo(target))
          .isInstanceOfSatisfying(
              WriteRefused.class,
              refused ->
                  assertThat(refused.reason())
                      .isEqualTo(
                          "somebody else replaced the temporary file "
                              + file.path()
                              + " while it was written"));
    }

    assertThat(target).doesNotExist();
    assertUntouched();
  }

  @Test
  void close_moved_deletesNothing() throws Exception {
    Path target = folder.resolve("plugin.jar");

    try (TemporaryFile file = temporary(view -> {})) {
      file.write(NEW);
      file.moveTo(target);
      Files.writeString(file.path(), "of somebody else");
    }

    assertThat(target).hasBinaryContent(NEW.toByteArray());
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      assertThat(entries).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LINK", "FOLDER"})
  void of_replacedMeanwhile_isRefused(Swap swap) throws Exception {
    Path target = folder.resolve("plugin.jar");
    swap.make(target, victim);

    assertThatThrownBy(() -> KeptAttributes.of(target)).isInstanceOf(WriteRefused.class);
  }

  @Test
  @Tag("thorough")
  void write_whileSomebodySwaps_changesNoOtherFile() throws Exception {
    Path target = folder.resolve("plugin.jar");
    FileSystemArtifactFiles files = FileSystemFixture.files();
    AtomicBoolean isOver = new AtomicBoolean();
    Thread attacker = new Thread(() -> swapAll(isOver));
    attacker.start();

    int written = 0;
    for (int i = 0; i < 300; i++) {
      Files.deleteIfExists(target);
      Files.writeString(target, "");
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxrwxrwx"));
      written += files.write(target, NEW).isSuccess() ? 1 : 0;
    }
    isOver.set(true);
    attacker.join();

    assertThat(written).isLessThanOrEqualTo(300);
    assertUntouched();
  }

  /** The other user waits for what is made, and puts files and folders of this one there. */
  @Test
  @Tag("thorough")
  void write_whileAnotherUserRenames_changesNoOtherFile() throws Exception {
    OtherUser.assumeRoot(temporary);
    List<Path> classPath = OtherUser.classPathIn(temporary);
    Path store = Files.createDirectory(temporary.resolve("store"));
    for (Path each : List.of(folder, store)) {
      OtherUser.give(each, 0, 0, 0777);
    }
    Path secret = Files.move(victim, store.resolve("secret"));
    Path vault = Files.createDirectory(store.resolve("vault"));
    Files.setPosixFilePermissions(vault, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(vault.resolve("kept"), "kept");
    Map<String, Object> secretBefore = Files.readAttributes(secret, ATTRIBUTES);
    Path target = folder.resolve("plugin.jar");
    FileSystemArtifactFiles files = FileSystemFixture.files();
    Set<String> modes = new TreeSet<>();

    try (ChildJvm other =
        ChildJvm.startAsNobody(
            ChildJvm.NOBODY,
            classPath,
            RenamingProcess.class,
            folder.toString(),
            store.toString())) {
      assertThat(other.line()).isEqualTo("begins");
      for (int i = 0; i < 500; i++) {
        Files.deleteIfExists(target);
        Files.writeString(target, "");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxrwxrwx"));
        if (files.write(target, NEW).isSuccess()) {
          assertThat(target).hasBinaryContent(NEW.toByteArray());
          modes.add(mode(target));
        }
      }
      other.say("end");
      assertThat(other.line()).isEqualTo("ends");
    }

    assertThat(modes).containsOnly("rwxrwxrwx");
    assertThat(Files.readAttributes(secret, ATTRIBUTES)).isEqualTo(secretBefore);
    assertThat(secret).hasContent("secret");
    assertThat(mode(vault)).isEqualTo("rwx------");
    assertThat(vault.resolve("kept")).hasContent("kept");
  }

  private void swapAll(AtomicBoolean isOver) {
    while (!isOver.get()) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".loadstone-*.tmp")) {
        for (Path each : found) {
          if (!Files.isSymbolicLink(each)) {
            Files.move(each, each.resolveSibling("taken-" + System.nanoTime()));
            Files.createSymbolicLink(each, victim);
          }
        }
      } catch (IOException e) {
        Thread.onSpinWait(); // It has gone meanwhile.
      }
    }
  }

  private Path onlyFolder() throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".loadstone-*.tmp")) {
      return found.iterator().next();
    }
  }

  private Path onlyFile() throws IOException {
    Path made = onlyFolder();
    return made.resolve(made.getFileName());
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private TemporaryFile temporary(TemporaryFile.Rights rights) throws IOException {
    return TemporaryFile.create(
        folder, TemporaryNames.ofThisProcess(), OwnerOnly.file(folder), rights);
  }

  private void assertUntouched() throws IOException {
    assertThat(Files.readAttributes(victim, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS))
        .isEqualTo(before);
    assertThat(victim).hasContent("secret");
  }
}
