package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes a file of one beginning and one repeated letter several times: {@code FILE LETTER SIZE
 * TIMES}; prints what came of each.
 */
final class WritingProcess {

  private WritingProcess() {}

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    Bytes content = letters(arguments[1].charAt(0), Integer.parseInt(arguments[2]));
    int times = Integer.parseInt(arguments[3]);
    FileSystemArtifactFiles files = FileSystemFixture.files();
    for (int i = 0; i < times; i++) {
      Try<Path> written = files.write(file, content);
      System.out.println(written.isSuccess() ? "written" : written.getCause().getMessage());
    }
  }

  static Bytes letters(char letter, int size) {
    byte[] letters = new byte[size];
    Arrays.fill(letters, (byte) '-');
    Arrays.fill(letters, Math.min(ArtifactFiles.BEGINNING, size), size, (byte) letter);
    return Bytes.of(letters);
  }
}
