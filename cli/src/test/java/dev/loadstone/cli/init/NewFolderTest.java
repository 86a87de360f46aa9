package dev.loadstone.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NewFolderTest {

  private static final Map<String, String> FILES =
      new TreeMap<>(Map.of("a.txt", "a", "sub/b.txt", "b", "sub/deep/c.txt", "c"));

  private static final List<String> WRITTEN =
      List.of("a.txt", "sub", "sub/b.txt", "sub/deep", "sub/deep/c.txt");

  /** No file system takes a name of this length. */
  private static final Map<String, String> REFUSED =
      new TreeMap<>(Map.of("a.txt", "a", "sub/" + "x".repeat(300), "x"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"new", "new/in/new", "a b", "-x", "1.$é", "new/../other"})
  void write_newFolder_hasTheFilesAndNothingElse(String name) throws Exception {
    Path target = folder.resolve(name);

    Try<Void> written = NewFolder.write(target, FILES);

    assertThat(written.isSuccess()).isTrue();
    assertThat(tree(target.normalize())).isEqualTo(WRITTEN);
    assertThat(target.normalize().resolve("sub/deep/c.txt")).hasContent("c");
    assertThat(tree(folder)).noneMatch(path -> path.contains(".loadstone"));
  }

  @Test
  void write_emptyFolder_fillsItAndLeavesItTheFolderThatItIs() throws Exception {
    Path target = Files.createDirectory(folder.resolve("empty"));
    Object before = Files.getAttribute(target, "basic:fileKey");

    Try<Void> written = NewFolder.write(target, FILES);

    assertThat(written.isSuccess()).isTrue();
    assertThat(tree(target)).isEqualTo(WRITTEN);
    assertThat(Files.getAttribute(target, "basic:fileKey")).isEqualTo(before);
  }

  @Test
  void write_folderWithAFile_isRefusedAndTouchesNothing() throws Exception {
    Path own = Files.writeString(folder.resolve("mine"), "mine");

    Try<Void> written = NewFolder.write(folder, FILES);

    assertThat(failure(written).place()).isEqualTo(folder.toString());
    assertThat(failure(written))
        .hasMessageContaining("it has mine")
        .hasMessageContaining("Nothing was changed there");
    assertThat(tree(folder)).containsExactly("mine");
    assertThat(own).hasContent("mine");
  }

  @Test
  void write_file_isRefusedAndTouchesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    Try<Void> written = NewFolder.write(file, FILES);

    assertThat(failure(written)).hasMessageContaining("it is not a folder");
    assertThat(file).hasContent("mine");
  }

  @Test
  void write_belowAFile_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    Try<Void> written = NewFolder.write(file.resolve("new/folder"), FILES);

    assertThat(failure(written).place()).isEqualTo(file.resolve("new/folder").toString());
    assertThat(failure(written).getMessage())
        .contains("a part of its path is not a folder: " + file + ".");
    assertThat(tree(folder)).containsExactly("file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void write_danglingLink_isRefusedAndStays() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));

    Try<Void> written = NewFolder.write(link, FILES);

    assertThat(failure(written)).hasMessageContaining("it is not a folder");
    assertThat(tree(folder)).containsExactly("link");
  }

  @Test
  void write_failureHalfWayInNewFolder_leavesNotEvenItsParents() throws Exception {
    Try<Void> written = NewFolder.write(folder.resolve("new/in/new"), REFUSED);

    assertThat(failure(written)).hasMessageNotContaining(".loadstone");
    assertThat(tree(folder)).isEmpty();
  }

  @Test
  void write_failureHalfWayInEmptyFolder_leavesItEmpty() throws Exception {
    Try<Void> written = NewFolder.write(folder, REFUSED);

    assertThat(failure(written).getCause()).isInstanceOf(IOException.class);
    assertThat(tree(folder)).isEmpty();
  }

  @Test
  void write_folderWithoutPermission_saysSo() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeThat(closed.toFile().setWritable(false) && !Files.isWritable(closed))
        .as("this user may write everywhere")
        .isTrue();

    Try<Void> written = NewFolder.write(closed.resolve("new"), FILES);

    assertThat(failure(written)).hasMessageContaining("no permission");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void write_severalAtOnce_oneWinsAndTheFolderIsWhole(boolean isThere) throws Exception {
    Path target = folder.resolve("contended");
    if (isThere) {
      Files.createDirectory(target);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<Try<Void>> write = () -> NewFolder.write(target, FILES);

    List<Future<Try<Void>>> all = threads.invokeAll(List.of(write, write, write, write));
    threads.shutdown();

    long won = 0;
    for (Future<Try<Void>> each : all) {
      won += each.get().isSuccess() ? 1 : 0;
    }
    assertThat(won).isLessThanOrEqualTo(1);
    assertThat(tree(target)).isEqualTo(won == 1 ? WRITTEN : List.of());
  }

  private static StoreFailed failure(Try<Void> written) {
    assertThat(written.isFailure()).isTrue();
    return (StoreFailed) written.getCause();
  }

  private static List<String> tree(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> !path.equals(root))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
