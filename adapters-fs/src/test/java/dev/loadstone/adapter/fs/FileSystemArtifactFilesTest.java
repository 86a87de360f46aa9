package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Limits;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.testkit.contract.ArtifactFilesContract;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FileSystemArtifactFilesTest extends ArtifactFilesContract {

  private static final String BEGINNING = FileSystemFixture.BEGINNING.toUtf8String();
  private static final Bytes NEW = Bytes.ofUtf8(BEGINNING + "new content");

  @TempDir Path folder;

  private final ArtifactFiles files = FileSystemFixture.files();

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
  }

  @Override
  protected ArtifactFiles files() {
    return files;
  }

  @Override
  protected Path folder() {
    return folder;
  }

  @Test
  void write_newFile_hasTheModeOfAnyOtherNewFile() throws IOException {
    Path other = Files.createFile(folder.resolve("other"));
    Path target = folder.resolve("plugin.jar");

    files.write(target, NEW).get();

    assertThat(mode(target)).isEqualTo(mode(other));
    assertOnlyEntries("folder", "other", "plugin.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rwxr-x--x", "rw-rw-rw-", "rw--w--w-"})
  void write_existingFile_keepsItsMode(String mode) throws IOException {
    Path target = existing("plugin.jar");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));

    files.write(target, NEW).get();

    assertThat(mode(target)).isEqualTo(mode);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    assertThat(target).hasContent(BEGINNING + "new content");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void write_fileOfAnotherOwner_keepsOwnerAndGroupWhereItMay() throws IOException {
    Path target = existing("plugin.jar");
    assumeTrue((int) Files.getAttribute(folder, "unix:uid") == 0, "only root gives files away");
    Files.setAttribute(target, "unix:uid", 12345);
    Files.setAttribute(target, "unix:gid", 23456);

    files.write(target, NEW).get();

    assertThat(Files.readAttributes(target, "unix:uid,gid"))
        .isEqualTo(Map.of("uid", 12345, "gid", 23456));
  }

  @Test
  void write_hardLinkedFile_leavesTheOtherNameItsContent() throws IOException {
    Path target = existing("plugin.jar");
    Path sibling = Files.createLink(folder.resolve("sibling.jar"), target);

    files.write(target, NEW).get();

    assertThat(target).hasContent(BEGINNING + "new content");
    assertThat(sibling).hasContent(BEGINNING + "old");
  }

  @Test
  void write_linkToLinkToFile_replacesTheFileAndKeepsTheLinks() throws IOException {
    Path file = existing("folder/plugin.jar");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("folder/plugin.jar"));
    Path linkToLink = Files.createSymbolicLink(folder.resolve("linkToLink"), Path.of("link"));

    Try<Path> written = files.write(linkToLink, NEW);

    assertThat(written.get()).isEqualTo(linkToLink);
    assertThat(Files.readSymbolicLink(linkToLink)).isEqualTo(Path.of("link"));
    assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("folder/plugin.jar"));
    assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(file).hasContent(BEGINNING + "new content");
    assertOnlyEntries("folder", "link", "linkToLink");
  }

  @Test
  void write_intoLinkedFolder_writesThere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("folder"));

    files.write(link.resolve("plugin.jar"), NEW).get();

    assertThat(folder.resolve("folder/plugin.jar")).hasContent(BEGINNING + "new content");
  }

  @Test
  void write_danglingLink_isStoreFailedAndTheLinkStays() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("missing"));

    Try<Path> written = files.write(link, NEW);

    assertFailed(written, link, "is a link to a file that does not exist");
    assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("missing"));
    assertOnlyEntries("folder", "link");
  }

  @Test
  void write_linkToItself_isStoreFailed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));

    Try<Path> written = files.write(link, NEW);

    assertThat(failure(written).reason()).startsWith("too many levels of symbolic links");
    assertOnlyEntries("folder", "link");
  }

  @Test
  void write_linkToFolder_isStoreFailed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("folder"));

    Try<Path> written = files.write(link, NEW);

    assertFailed(written, link, "is a folder, not a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "/", "..", "/usr/.."})
  void write_pathThatIsAFolder_isStoreFailed(Path target) {
    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "is a folder, not a file");
  }

  @Test
  void write_pathWithoutFolder_writesIntoTheWorkingFolder() throws IOException {
    Path target = Path.of(".test-" + ProcessHandle.current().pid() + ".jar");
    try {
      files.write(target, NEW).get();

      assertThat(target.toAbsolutePath()).hasContent(BEGINNING + "new content");
    } finally {
      Files.deleteIfExists(target);
    }
  }

  @Test
  void write_folderBelowMissingOne_isStoreFailed() {
    Path target = folder.resolve("missing/../plugin.jar");

    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "the folder " + folder.resolve("missing/..") + " does not exist");
  }

  @Test
  void write_fileInPlaceOfFolder_isStoreFailed() throws IOException {
    Path target = existing("file").resolve("sub").resolve("plugin.jar");

    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "a part of its path is a file, not a folder");
    assertOnlyEntries("file", "folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/full", "/dev/null"})
  @EnabledOnOs(OS.LINUX)
  void write_device_isStoreFailedAndItStays(Path device) {
    Try<Path> written = files.write(device, NEW);

    assertFailed(written, device, "is a device, a pipe or a socket");
    assertThat(Files.isRegularFile(device)).isFalse();
    assertThat(device).exists();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void write_pipe_isStoreFailedAndDoesNotWait() throws Exception {
    Path pipe = folder.resolve("pipe");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(mkfifo.waitFor(30, TimeUnit.SECONDS)).isTrue();

    Try<Path> written = files.write(pipe, NEW);

    assertFailed(written, pipe, "is a device, a pipe or a socket");
    assertThat(Files.readAttributes(pipe, "isOther")).containsEntry("isOther", true);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void write_folderThatTakesNoFiles_isStoreFailed() {
    Path target = Path.of("/proc/plugin.jar");

    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "its folder does not exist, or takes no new files");
  }

  @Test
  void write_folderWithoutPermission_isStoreFailedAndChangesNothing() throws IOException {
    Path target = existing("folder/plugin.jar");
    Map<String, Object> before = state(target);
    Permissions.denyWriting(folder.resolve("folder"));

    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "this process has no permission to write there");
    assertThat(state(target)).isEqualTo(before);
  }

  @Test
  void write_readOnlyFile_isStoreFailedAndChangesNothing() throws IOException {
    Path target = existing("plugin.jar");
    Permissions.denyWriting(target);
    Map<String, Object> before = state(target);

    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "is read-only for this process");
    assertThat(state(target)).isEqualTo(before);
  }

  @Test
  void write_longestName_isWritten() throws IOException {
    Path target = folder.resolve("p".repeat(251) + ".jar");

    files.write(target, NEW).get();
    files.write(target, NEW).get();

    assertThat(target).hasContent(BEGINNING + "new content");
    assertOnlyEntries("folder", target.getFileName().toString());
  }

  @Test
  void write_nameTooLong_isStoreFailed() throws IOException {
    Path target = folder.resolve("p".repeat(252) + ".jar");

    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "file name too long");
    assertOnlyEntries("folder");
  }

  @Test
  void write_interruptedThread_writesAndStaysInterrupted() throws IOException {
    Path target = existing("plugin.jar");
    Bytes large = WritingProcess.letters('n', 1 << 20);
    Thread.currentThread().interrupt();

    Try<Path> written = files.write(target, large);
    Try<Bytes> read = files.read(target);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(written.isSuccess()).isTrue();
    assertThat(read.get()).isEqualTo(large);
    assertOnlyEntries("folder", "plugin.jar");
  }

  @Test
  void write_strangersTemporaries_leavesThemAlone() throws IOException {
    existing(TemporaryNames.of(1, Instant.EPOCH).next());
    Path elsewhere = AbandonedTemporary.in(folder, ".loadstone-2-0-0000000000000000.tmp.old");
    Files.createSymbolicLink(folder.resolve(TemporaryNames.of(2, Instant.EPOCH).next()), elsewhere);
    AbandonedTemporary.in(folder, ".loadstone-1-1-0000000000000000.tmp.jar");
    AbandonedTemporary.in(folder, ".loadstone-1-1-000000000000000.tmp");
    AbandonedTemporary.in(folder, "a.loadstone-1-1-0000000000000000.tmp");
    AbandonedTemporary.in(folder, ".loadstone-x-1-0000000000000000.tmp");
    AbandonedTemporary.in(folder, TemporaryNames.ofThisProcess().next());
    Path renamed = AbandonedTemporary.in(folder, TemporaryNames.of(3, Instant.EPOCH).next());
    Path precious = existing(folder.relativize(renamed).resolve("precious").toString());

    files.write(folder.resolve("plugin.jar"), NEW).get();

    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).hasSize(11);
    }
    assertThat(precious).hasContent(BEGINNING + "old");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void write_temporaryThatOthersCouldHaveFilled_isLeftAloneAndNotOpened() throws Exception {
    Path planted = folder.resolve(TemporaryNames.of(1, Instant.EPOCH).next());
    Files.createDirectory(planted);
    Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path pipe = planted.resolve(planted.getFileName());
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    files.write(folder.resolve("plugin.jar"), NEW).get();

    assertThat(pipe).exists();
  }

  @Test
  void write_abandonedTemporary_isRemoved() throws IOException {
    AbandonedTemporary.in(folder, TemporaryNames.of(1, Instant.EPOCH).next());
    AbandonedTemporary.in(
        folder, TemporaryNames.of(ProcessHandle.current().pid(), Instant.ofEpochMilli(1)).next());
    Path empty = folder.resolve(TemporaryNames.of(2, Instant.EPOCH).next());
    Files.createDirectory(empty, OwnerOnly.folder(empty));

    files.write(folder.resolve("plugin.jar"), NEW).get();

    assertOnlyEntries("folder", "plugin.jar");
  }

  @Test
  void write_refused_removesNoTemporaryAndMakesNone() throws IOException {
    String abandoned = TemporaryNames.of(1, Instant.EPOCH).next();
    AbandonedTemporary.in(folder, abandoned);

    Try<Path> written = files.write(folder.resolve("folder"), NEW);

    assertThat(written.isFailure()).isTrue();
    assertOnlyEntries(abandoned, "folder");
  }

  @Test
  void write_targetBecomesFolderMeanwhile_leavesNoTemporary() throws IOException {
    Path target = folder.resolve("plugin.jar");
    Files.createDirectory(target);

    try (TemporaryFile temporary = temporary()) {
      temporary.write(NEW);
      Try<Void> moved = Try.run(() -> temporary.moveTo(target));

      assertThat(moved.getCause()).isInstanceOf(IOException.class);
    }

    assertThat(target).isEmptyDirectory();
    assertOnlyEntries("folder", "plugin.jar");
  }

  @Test
  void writeAndRead_fileInZip_works() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("zip"), Map.of("create", "true"))) {
      Path target = zip.getPath("/plugin.jar");

      files.write(target, Bytes.ofUtf8(BEGINNING + "old")).get();
      files.write(target, NEW).get();

      assertThat(files.read(target).get()).isEqualTo(NEW);
      try (Stream<Path> entries = Files.list(zip.getPath("/"))) {
        assertThat(entries).containsExactly(target);
      }
    }
  }

  @Test
  void write_readOnlyFileSystem_isStoreFailed() {
    Path target =
        FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/plugin.jar");

    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "its file system is read-only");
  }

  @Test
  void write_closedFileSystem_isStoreFailed() throws IOException {
    Path target;
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("zip"), Map.of("create", "true"))) {
      target = zip.getPath("/plugin.jar");
    }

    Try<Path> written = files.write(target, NEW);

    assertFailed(written, target, "its file system has been closed");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void read_device_cannotBeRead() {
    Path device = Path.of("/dev/zero");

    Try<Bytes> content = files.read(device);

    assertThat(content.getCause())
        .isInstanceOfSatisfying(
            ArtifactNotFound.class,
            error -> assertThat(error.reason()).isEqualTo(Unreadable.FAILED));
  }

  @Test
  void read_moreBytesThanAnArtifactMayHave_saysSo() throws IOException {
    Path target = existing("plugin.jar");
    ArtifactFiles strict =
        new FileSystemArtifactFiles(
            TemporaryNames.ofThisProcess(),
            FileSystemFixture.BEGINNING,
            List.of(),
            Limits.defaults().withArtifactBytes(10));

    assertThat(strict.read(target).getCause())
        .isInstanceOf(ArtifactNotFound.class)
        .hasMessageContaining(
            "it has 67 bytes, and an artifact may have 10 (an application sets another limit by"
                + " Limits.withArtifactBytes)");
  }

  @Test
  void read_largeFileThatBeginsOtherwise_isNoArtifact() throws IOException {
    Path large = folder.resolve("large.jar");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1_900_000_000L);
    }

    assertThat(files.read(large).getCause())
        .isInstanceOf(NotAnArtifact.class)
        .hasMessageContaining("it does not begin as artifacts do");
  }

  @Test
  void read_largeFileThatBeginsAsArtifactsDo_givesItsContent() throws IOException {
    Bytes large = WritingProcess.letters('a', 17 << 20);
    Path file = Files.write(folder.resolve("large.jar"), large.toByteArray());

    assertThat(files.read(file).get()).isEqualTo(large);
  }

  @Test
  void write_entryOfTheClassPath_isStoreFailedAndItStays() throws IOException {
    Path entry = existing("plugin.jar");
    Path link = Files.createSymbolicLink(folder.resolve("link.jar"), entry);
    ArtifactFiles files =
        new FileSystemArtifactFiles(
            TemporaryNames.ofThisProcess(),
            FileSystemFixture.BEGINNING,
            List.of(link, folder),
            Limits.defaults());

    Try<Path> written = files.write(entry, NEW);

    assertThat(failure(written).reason()).isEqualTo("is an entry of the class path");
    assertThat(entry).hasContent(BEGINNING + "old");
  }

  private TemporaryFile temporary() throws IOException {
    return TemporaryFile.create(
        folder, TemporaryNames.ofThisProcess(), OwnerOnly.file(folder), file -> {});
  }

  private Path existing(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), BEGINNING + "old");
    return Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
  }

  private static Map<String, Object> state(Path file) throws IOException {
    return Files.readAttributes(file, "unix:ino,size,mode,lastModifiedTime");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private void assertOnlyEntries(String... names) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder(names);
    }
  }

  private static void assertFailed(Try<Path> written, Path target, String reason) {
    StoreFailed failure = failure(written);
    assertThat(failure.place()).isEqualTo(target.toString());
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.getCause()).isNotNull();
  }

  private static StoreFailed failure(Try<Path> written) {
    assertThat(written.getCause()).isInstanceOf(StoreFailed.class);
    return (StoreFailed) written.getCause();
  }
}
