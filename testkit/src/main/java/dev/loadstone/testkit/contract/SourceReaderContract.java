package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.InvalidSources;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.SourceReader;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@link SourceReader} does. */
public abstract class SourceReaderContract {

  private static final byte[] LATIN_1 = {'/', '/', ' ', (byte) 0xE9, '\n'};

  /** Makes the contract test. */
  protected SourceReaderContract() {}

  /**
   * Returns the subject.
   *
   * @return a reader that sees what this test has {@link #put put} there
   */
  protected abstract SourceReader reader();

  /**
   * Makes a file.
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
    Path zebra = put("Zebra.java", Bytes.ofUtf8("class Zebra {}"));
    Path ant = put("Ant.java", Bytes.ofUtf8("class Ant {}"));

    Try<SourceSet> sources = reader().read(List.of(zebra, ant));

    assertThat(sources.get().files())
        .containsExactly(
            SourceFile.of(zebra.toString(), "class Zebra {}"),
            SourceFile.of(ant.toString(), "class Ant {}"));
  }

  @Test
  final void read_oneFileTwice_givesItTwice() {
    Path file = put("A.java", Bytes.ofUtf8("class A {}"));

    Try<SourceSet> sources = reader().read(List.of(file, file));

    assertThat(sources.get().paths()).containsExactly(file.toString(), file.toString());
  }

  @Test
  final void read_byteOrderMarkShebangAndLineEnds_keepsTheWholeText() {
    String text = "\uFEFF#!/usr/bin/env loadstone\r\n// \u20AC \uD83D\uDE00\r\tclass A {}\n\n";
    Path file = put("A.java", Bytes.ofUtf8(text));

    Try<SourceSet> sources = reader().read(List.of(file));

    assertThat(sources.get().mainFile().text()).isEqualTo(text);
  }

  @Test
  final void read_emptyFile_givesEmptyText() {
    Path file = put("A.java", Bytes.ofUtf8(""));

    Try<SourceSet> sources = reader().read(List.of(file));

    assertThat(sources.get().mainFile().text()).isEmpty();
  }

  @Test
  final void read_badName_isNotJudged() {
    Path file = put("no name", Bytes.ofUtf8("what ever"));

    Try<SourceSet> sources = reader().read(List.of(file));

    assertThat(sources.get().mainFile().baseName()).isEqualTo("no name");
  }

  @Test
  final void read_noFiles_isInvalidSources() {
    Try<SourceSet> sources = reader().read(List.of());

    assertThat(sources.getCause())
        .isInstanceOfSatisfying(
            InvalidSources.class,
            error -> assertThat(error.reason()).isEqualTo(InvalidSources.Reason.NO_FILES));
  }

  @Test
  final void read_missingFile_isSourceNotFound() {
    Path missing = missing("Missing.java");

    Try<SourceSet> sources = reader().read(List.of(put("A.java", Bytes.ofUtf8("")), missing));

    assertNotFound(sources, missing, Unreadable.MISSING);
  }

  @Test
  final void read_folder_isSourceNotFound() {
    Path folder = putFolder("Folder.java");

    Try<SourceSet> sources = reader().read(List.of(folder));

    assertNotFound(sources, folder, Unreadable.FOLDER);
  }

  @Test
  final void read_severalUnreadable_namesTheFirst() {
    Path first = missing("First.java");

    Try<SourceSet> sources = reader().read(List.of(first, putFolder("Second.java")));

    assertNotFound(sources, first, Unreadable.MISSING);
  }

  @Test
  final void read_notUtf8_isInvalidSources() {
    Path bad = put("Bad.java", Bytes.of(LATIN_1));

    Try<SourceSet> sources = reader().read(List.of(bad, put("A.java", Bytes.ofUtf8(""))));

    assertThat(sources.getCause())
        .isInstanceOfSatisfying(
            InvalidSources.class,
            error -> {
              assertThat(error.reason()).isEqualTo(InvalidSources.Reason.NOT_UTF8);
              assertThat(error.paths()).containsExactly(bad.toString());
            });
  }

  @Test
  final void read_notUtf8ThenMissing_complainsAboutTheMissingFirst() {
    Path missing = missing("Missing.java");

    Try<SourceSet> sources = reader().read(List.of(put("Bad.java", Bytes.of(LATIN_1)), missing));

    assertNotFound(sources, missing, Unreadable.MISSING);
  }

  @Test
  final void read_fileChangedMeanwhile_isReadAnew() {
    SourceReader reader = reader();
    Path file = put("A.java", Bytes.ofUtf8("class A {}"));
    reader.read(List.of(file)).get();
    put("A.java", Bytes.ofUtf8("class A { }"));

    Try<SourceSet> sources = reader.read(List.of(file));

    assertThat(sources.get().mainFile().text()).isEqualTo("class A { }");
  }

  @Test
  final void readIfPresent_file_givesItsPathAndWholeText() {
    Path file = put("A.java", Bytes.ofUtf8("\uFEFFclass A {}\r\n"));

    Try<Option<SourceFile>> source = reader().readIfPresent(folderOf(file), "A.java");

    assertThat(source.get()).contains(SourceFile.of(file.toString(), "\uFEFFclass A {}\r\n"));
  }

  @Test
  final void readIfPresent_noFileOfThatVeryName_givesNone() {
    Path folder = folderOf(put("A.java", Bytes.ofUtf8("class A {}")));
    putFolder("Folder.java");

    assertThat(
            List.of(
                "Missing.java", "a.java", "A.JAVA", "A.java/B.java", "no/A.java", "Folder.java"))
        .allSatisfy(name -> assertThat(reader().readIfPresent(folder, name).get()).isEmpty());
  }

  @Test
  final void readIfPresent_notUtf8_isInvalidSources() {
    Path bad = put("Bad.java", Bytes.of(LATIN_1));

    Try<Option<SourceFile>> source = reader().readIfPresent(folderOf(bad), "Bad.java");

    assertThat(source.getCause())
        .isInstanceOfSatisfying(
            InvalidSources.class,
            error -> {
              assertThat(error.reason()).isEqualTo(InvalidSources.Reason.NOT_UTF8);
              assertThat(error.paths()).containsExactly(bad.toString());
            });
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "the files are in a folder");
  }

  private static void assertNotFound(Try<SourceSet> sources, Path path, Unreadable reason) {
    assertThatThrownBy(sources::get)
        .isInstanceOfSatisfying(
            SourceNotFound.class,
            error -> {
              assertThat(error.path()).isEqualTo(path);
              assertThat(error.reason()).isEqualTo(reason);
              assertThat(error).hasMessageStartingWith(path + ": " + reason.words());
            });
  }
}
