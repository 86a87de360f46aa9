package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ProcessorReader;
import dev.loadstone.testkit.contract.ProcessorReaderContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSystemProcessorReaderTest extends ProcessorReaderContract {

  @TempDir private Path folder;

  private final ProcessorReader reader = new FileSystemProcessorReader();

  @Override
  protected ProcessorReader reader() {
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
  void read_fileWrittenLongAgo_isReadOnce() throws IOException {
    Path file = put("a.jar", Bytes.ofUtf8("content"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

    ProcessorJar first = reader.read(List.of(file)).get().get(0);
    ProcessorJar second = reader.read(List.of(file)).get().get(0);

    assertThat(second).isSameAs(first);
  }
}
