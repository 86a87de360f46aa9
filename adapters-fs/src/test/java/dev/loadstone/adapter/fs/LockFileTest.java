package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LockFileTest {

  @TempDir Path folder;

  private Path path;
  private LockFile file;

  @BeforeEach
  void open() throws IOException {
    path = Files.createFile(folder.resolve("file.lock"));
    file = LockFile.open(path).get();
  }

  @AfterEach
  void close() throws IOException {
    file.close();
  }

  @Test
  void open_noRegularFile_isNone() throws IOException {
    assertThat(LockFile.open(folder)).isEmpty();
    assertThat(LockFile.open(folder.resolve("missing"))).isEmpty();
  }

  @Test
  void tryLock_free_locksAndWritesNothing() throws IOException {
    assertThat(file.tryLock(FileChannel::tryLock)).isTrue();

    assertThat(path).isEmptyFile();
  }

  @Test
  void tryLock_removedOrReplaced_isFalse() throws IOException {
    Files.delete(path);
    Files.createFile(path);

    assertThat(file.tryLock(FileChannel::tryLock)).isFalse();
  }

  @Test
  void delete_twice_leavesWhatAnotherMade() throws IOException {
    file.delete();
    assertThat(path).doesNotExist();
    Files.writeString(path, "another's");

    file.delete();

    assertThat(path).hasContent("another's");
  }

  @Test
  void isInPlace_removedOrReplaced_isFalse() throws IOException {
    assertThat(file.isInPlace()).isTrue();
    Files.delete(path);
    assertThat(file.isInPlace()).isFalse();

    Files.createFile(path);
    assertThat(file.isInPlace()).isFalse();
  }
}
