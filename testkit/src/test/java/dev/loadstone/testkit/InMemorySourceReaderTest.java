package dev.loadstone.testkit;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.testkit.contract.SourceReaderContract;
import java.nio.file.Path;

final class InMemorySourceReaderTest extends SourceReaderContract {

  private final InMemorySourceReader reader = new InMemorySourceReader();

  @Override
  protected SourceReader reader() {
    return reader;
  }

  @Override
  protected Path put(String name, Bytes content) {
    reader.put(missing(name), content);
    return missing(name);
  }

  @Override
  protected Path putFolder(String name) {
    reader.putFolder(missing(name));
    return missing(name);
  }

  @Override
  protected Path missing(String name) {
    return Path.of("src", name);
  }
}
