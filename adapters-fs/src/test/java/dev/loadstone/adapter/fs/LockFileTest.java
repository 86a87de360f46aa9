package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LockFileTest {

  @TempDir Path folder;

  private Path path;
  private FileChannel channel;
  private LockFile file;

  @BeforeEach
  void lock() throws IOException {
    path = folder.resolve("file.lock");
    channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    file = new LockFile(path, channel, channel.lock(), 0);
  }

  @AfterEach
  void close() throws IOException {
    channel.close();
  }

  @Test
  void beat_eachTime_growsByOne() throws IOException {
    assertThat(file.beat()).isTrue();
    assertThat(file.beat()).isTrue();

    assertThat(Files.size(path)).isEqualTo(2);
    assertThat(file.isInPlace()).isTrue();
  }

  @Test
  void beat_forLongerThanAnyCompilation_endsAndKeepsTheLock() throws IOException {
    int beats = 0;
    while (file.beat()) {
      beats++;
    }

    assertThat(beats).isEqualTo(5 * 60 * 20);
    assertThat(Files.size(path)).isEqualTo(beats);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void beat_released_isNone() {
    file.release();

    assertThat(file.beat()).isFalse();
    assertThat(path).doesNotExist();
  }

  @Test
  void release_twice_leavesWhatAnotherMade() throws IOException {
    file.beat();
    file.release();
    Files.writeString(path, "another's");

    file.release();

    assertThat(path).hasContent("another's");
  }

  @Test
  void isInPlace_removedOrReplaced_isFalse() throws IOException {
    file.beat();
    Files.delete(path);
    assertThat(file.isInPlace()).isFalse();

    Files.createFile(path);
    assertThat(file.isInPlace()).isFalse();
  }
}
