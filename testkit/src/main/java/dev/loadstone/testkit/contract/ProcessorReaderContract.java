package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ProcessorFailed;
import dev.loadstone.domain.port.ProcessorReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ProcessorReader} does. */
public abstract class ProcessorReaderContract {

  private static final Bytes CONTENT = Bytes.ofUtf8("content");

  /** Makes the contract test. */
  protected ProcessorReaderContract() {}

  /**
   * Returns the subject.
   *
   * @return a reader that sees what this test has {@link #put put} there
   */
  protected abstract ProcessorReader reader();

  /**
   * Makes a file, or replaces it.
   *
   * @param name its name, without folders
   * @param content its content
   * @return its path
   */
  protected abstract Path put(String name, Bytes content);

  /**
   * Makes a folder.
   *
   * @param name its name, without folders
   * @return its path
   */
  protected abstract Path putFolder(String name);

  /**
   * Names a file that is not there.
   *
   * @param name its name, without folders
   * @return its path, beside the files that this test makes
   */
  protected abstract Path missing(String name);

  @Test
  final void read_severalFiles_keepsTheirOrderAndPaths() {
    Path second = put("b.jar", CONTENT);
    Path first = put("a.jar", Bytes.ofUtf8("other"));

    assertThat(reader().read(List.of(second, first)).get())
        .containsExactly(
            new ProcessorJar(second, CONTENT), new ProcessorJar(first, Bytes.ofUtf8("other")));
  }

  @Test
  final void read_noFiles_givesNone() {
    assertThat(reader().read(List.of()).get()).isEmpty();
  }

  @Test
  final void read_fileThatWasReplaced_givesItsPresentContent() {
    Path file = put("a.jar", CONTENT);
    reader().read(List.of(file)).get();
    put("a.jar", Bytes.ofUtf8("CONTENT"));

    assertThat(reader().read(List.of(file)).get())
        .containsExactly(new ProcessorJar(file, Bytes.ofUtf8("CONTENT")));
  }

  @Test
  final void read_missingFile_isProcessorFailed() {
    Path file = missing("a.jar");

    assertFailed(file);
  }

  @Test
  final void read_folder_isProcessorFailed() {
    Path folder = putFolder("a.jar");

    assertFailed(folder);
  }

  private void assertFailed(Path file) {
    assertThat(reader().read(List.of(put("good.jar", CONTENT), file)).getCause())
        .isInstanceOfSatisfying(
            ProcessorFailed.class,
            error -> assertThat(error.processor()).isEqualTo(file.toString()));
  }
}
