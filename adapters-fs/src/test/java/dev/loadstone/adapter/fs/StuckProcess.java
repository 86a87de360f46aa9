package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Begins to write a file, prints the name of the temporary one, and waits for the end of its input.
 */
final class StuckProcess {

  private StuckProcess() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).getParent();
    try (TemporaryFile temporary =
        TemporaryFile.create(
            folder, TemporaryNames.ofThisProcess(), OwnerOnly.file(folder), file -> {})) {
      temporary.write(Bytes.ofUtf8("half of it"));
      System.out.println(temporary.path());
      System.in.transferTo(System.out);
    }
  }
}
