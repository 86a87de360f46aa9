package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.ArtifactFiles;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ArtifactFiles} does. */
public abstract class ArtifactFilesContract {

  private static final String BEGINNING = "-".repeat(ArtifactFiles.BEGINNING);
  private static final Bytes OLD = Bytes.ofUtf8(BEGINNING + "old content");
  private static final Bytes NEW = Bytes.ofUtf8(BEGINNING + "new");

  /** Makes the contract test. */
  protected ArtifactFilesContract() {}

  /**
   * Returns the subject.
   *
   * @return the files, the same ones throughout a test
   */
  protected abstract ArtifactFiles files();

  /**
   * Returns a folder for the test.
   *
   * @return a folder that exists and that holds nothing but another folder, named {@code folder}
   */
  protected abstract Path folder();

  @Test
  final void read_whatWasWritten_givesTheContent() {
    Path file = folder().resolve("plugin.jar");
    files().write(file, OLD).get();

    Try<Bytes> content = files().read(file);

    assertThat(content.get()).isEqualTo(OLD);
  }

  @Test
  final void write_newFile_givesThePathAsItWasGiven() {
    Path file = folder().resolve("plugin.jar");

    Try<Path> written = files().write(file, OLD);

    assertThat(written.get()).isEqualTo(file);
  }

  @Test
  final void write_existingFile_replacesItsContent() {
    Path file = folder().resolve("plugin.jar");
    files().write(file, OLD).get();

    files().write(file, NEW).get();

    assertThat(files().read(file).get()).isEqualTo(NEW);
  }

  @Test
  final void write_emptyFile_replacesIt() {
    Path file = folder().resolve("plugin.jar");
    files().write(file, Bytes.ofUtf8("")).get();

    files().write(file, NEW).get();

    assertThat(files().read(file).get()).isEqualTo(NEW);
  }

  @Test
  final void write_fileThatBeginsOtherwise_isStoreFailedAndItStays() {
    for (String text : List.of("x", "--", "PK\u0003\u0004", BEGINNING.substring(1) + "text")) {
      Path file = folder().resolve(text.length() + ".jar");
      files().write(file, Bytes.ofUtf8(text)).get();

      Try<Path> written = files().write(file, NEW);

      assertStoreFailed(written, file);
      assertThat(files().read(file).get()).isEqualTo(Bytes.ofUtf8(text));
    }
  }

  @Test
  final void write_noBytes_makesAnEmptyFile() {
    Path file = folder().resolve("plugin.jar");

    files().write(file, Bytes.ofUtf8("")).get();

    assertThat(files().read(file).get().size()).isZero();
  }

  @Test
  final void write_folder_isStoreFailed() {
    Path target = folder().resolve("folder");

    Try<Path> written = files().write(target, NEW);

    assertStoreFailed(written, target);
    assertNotFound(files().read(target), target, Unreadable.FOLDER);
  }

  @Test
  final void write_missingFolder_isStoreFailedAndMakesNothing() {
    Path target = folder().resolve("missing").resolve("plugin.jar");

    Try<Path> written = files().write(target, NEW);

    assertStoreFailed(written, target);
    assertNotFound(files().read(target), target, Unreadable.MISSING);
    assertNotFound(
        files().read(folder().resolve("missing")), folder().resolve("missing"), Unreadable.MISSING);
  }

  @Test
  final void write_javaSourceFile_isStoreFailedAndMakesNothing() {
    Path target = folder().resolve("Plugin.java");

    Try<Path> written = files().write(target, NEW);

    assertStoreFailed(written, target);
    assertNotFound(files().read(target), target, Unreadable.MISSING);
  }

  @Test
  final void read_missingFile_isArtifactNotFound() {
    Path missing = folder().resolve("missing.jar");

    Try<Bytes> content = files().read(missing);

    assertNotFound(content, missing, Unreadable.MISSING);
  }

  @Test
  final void read_folder_isArtifactNotFound() {
    Try<Bytes> content = files().read(folder());

    assertNotFound(content, folder(), Unreadable.FOLDER);
  }

  private static void assertStoreFailed(Try<Path> written, Path target) {
    assertThat(written.getCause())
        .isInstanceOfSatisfying(
            StoreFailed.class,
            error -> {
              assertThat(error.place()).isEqualTo(target.toString());
              assertThat(error.reason()).isNotBlank();
              assertThat(error).hasMessageStartingWith(target + ": ");
            });
  }

  private static void assertNotFound(Try<Bytes> content, Path file, Unreadable reason) {
    assertThat(content.getCause())
        .isInstanceOfSatisfying(
            ArtifactNotFound.class,
            error -> {
              assertThat(error.place()).isEqualTo(file.toString());
              assertThat(error.reason()).isEqualTo(reason);
              assertThat(error).hasMessageStartingWith(file + ": " + reason.words());
            });
  }
}
