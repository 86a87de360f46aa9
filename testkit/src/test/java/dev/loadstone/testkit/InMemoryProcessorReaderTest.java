package dev.loadstone.testkit;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ProcessorReader;
import dev.loadstone.testkit.contract.ProcessorReaderContract;
import java.nio.file.Path;

final class InMemoryProcessorReaderTest extends ProcessorReaderContract {

  private final InMemoryProcessorReader reader = new InMemoryProcessorReader();

  @Override
  protected ProcessorReader reader() {
    return reader;
  }

  @Override
  protected Path put(String name, Bytes content) {
    reader.put(Path.of(name), content);
    return Path.of(name);
  }

  @Override
  protected Path putFolder(String name) {
    return Path.of(name);
  }

  @Override
  protected Path missing(String name) {
    return Path.of(name);
  }
}
