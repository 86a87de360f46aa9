package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.domain.cache.CacheAccess;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class CacheFolderTest {

  private static final int ANOTHER = 12345;

  @TempDir Path temporary;

  @Test
  void ready_noFolder_isMadeForItsOwnerWithItsParents() throws IOException {
    Path given = temporary.resolve("a/b/cache");

    Path layout = folder(given).ready();

    assertThat(layout).isEqualTo(given.resolve("1"));
    assertThat(mode(layout)).isEqualTo("rwx------");
    assertThat(mode(given)).isEqualTo("rwx------");
    assertThat(mode(temporary.resolve("a/b"))).isEqualTo("rwx------");
    assertThat(mode(temporary.resolve("a"))).isEqualTo("rwx------");
  }

  @Test
  void ready_noFolder_isTaggedAsCache() throws IOException {
    Path given = temporary.resolve("cache");

    folder(given).ready();

    assertThat(given.resolve("CACHEDIR.TAG"))
        .content()
        .startsWith("Signature: 8a477f597d28d172789f06886806bc55\n");
  }

  @Test
  void ready_folderOfTheUser_isNotTagged() throws IOException {
    folder(temporary).ready();

    assertThat(temporary).isDirectoryNotContaining("glob:**CACHEDIR.TAG");
  }

  @Test
  void ready_relativePath_isAbsolute() {
    assertThat(folder(Path.of("cache")).root()).isEqualTo(Path.of("cache").toAbsolutePath());
  }

  @Test
  void ready_manyAtOnce_allSucceed() throws Exception {
    Path given = temporary.resolve("a/cache");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Path>> ready = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        ready.add(threads.submit(() -> folder(given).ready()));
      }

      for (Future<Path> each : ready) {
        assertThat(each.get()).isEqualTo(given.resolve("1"));
      }
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwx------", "rwxr-xr-x", "rwxr-x---"})
  void ready_onlyOwnerCanWrite_isUsed(String mode) throws IOException {
    Path given = existing(mode);

    assertThat(folder(given).ready()).isEqualTo(given.resolve("1"));
    assertThat(mode(given)).isEqualTo(mode);
    assertThat(mode(given.resolve("1"))).isEqualTo("rwx------");
  }

  @ParameterizedTest
  @CsvSource({"rwxrwx---, 0770", "rwxrwxr-x, 0775", "rwx----w-, 0702", "rwxrwxrwx, 0777"})
  void ready_othersCanWrite_isRefusedUnlessShared(String mode, String octal) throws IOException {
    Path given = existing(mode);

    assertRefused(
        () -> folder(given).ready(),
        "can be written to by others (mode "
            + octal
            + "), who could put code there that this process would run: remove that permission (chmod -R"
            + " go-w "
            + given
            + "), or allow a shared folder");
    assertRefused(() -> folder(given).present(), "can be written to by others (mode ");
    assertRefused(() -> readOnly(given).present(), "can be written to by others (mode ");
    assertThat(given).isEmptyDirectory();
    assertThat(shared(given).ready()).isDirectory();
  }

  @Test
  void ready_becomesWritableByOthers_isRefusedFromThenOn() throws IOException {
    Path given = existing("rwx------");
    CacheFolder folder = folder(given);
    folder.ready();

    setMode(given, "rwxrwxrwx");

    assertRefused(folder::ready, "can be written to by others");
    assertRefused(folder::present, "can be written to by others");
  }

  @Test
  void ready_folderInsideWritableByOthers_isRefused() throws IOException {
    Path given = existing("rwx------");
    Path layout = folder(given).ready();
    setMode(layout, "rwxrwxrwx");

    assertRefused(
        () -> folder(given).ready(),
        "the folder " + layout + " can be written to by others (mode 0777)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1"})
  void ready_anotherUsersFolder_isRefusedUnlessShared(String inside) throws IOException {
    OtherUser.assumeRoot(temporary);
    Path given = existing("rwx------");
    folder(given).ready();
    OtherUser.give(given.resolve(inside), ANOTHER, 0, 0700);

    assertRefused(
        () -> folder(given).ready(),
        "belongs to another user (uid 12345), who could put code there that this process would run:"
            + " use a folder of your own, or allow a shared folder");
    assertRefused(() -> folder(given).present(), "belongs to another user");
    assertRefused(() -> readOnly(given).present(), "belongs to another user");
    assertThat(shared(given).ready()).isDirectory();
  }

  @Test
  void ready_rootsFolderAndAnotherUserWhoSaysHeIsRoot_isRefused() throws Exception {
    OtherUser.assumeRoot(temporary);
    List<Path> classPath = OtherUser.classPathIn(temporary);
    Path given = existing("rwxr-xr-x");
    folder(given).ready();

    try (ChildJvm other =
        ChildJvm.startAsNobody(
            ANOTHER, classPath, FolderProcess.class, given.toString(), "OWNER_ONLY", "file")) {

      assertThat(other.line()).startsWith("belongs to another user (uid 0)");
    }
  }

  @Test
  void ready_folderThatAnotherUserMakes_isHisAlone() throws Exception {
    OtherUser.assumeRoot(temporary);
    List<Path> classPath = OtherUser.classPathIn(temporary);
    Path home = existing("rwx------");
    OtherUser.give(home, ChildJvm.NOBODY, ANOTHER, 0755);
    Path given = home.resolve("cache");

    try (ChildJvm other =
        ChildJvm.startAsNobody(
            ANOTHER, classPath, FolderProcess.class, given.toString(), "OWNER_ONLY", "file")) {

      assertThat(other.line()).isEqualTo(given.resolve("1/entries/of/file").toString());
    }
    assertThat(OtherUser.rights(given)).isEqualTo("65534:12345 700");
    assertRefused(() -> folder(given).ready(), "belongs to another user (uid 65534)");
  }

  @Test
  void ready_noPermission_saysSo() throws Exception {
    OtherUser.assumeRoot(temporary);
    List<Path> classPath = OtherUser.classPathIn(temporary);
    Path home = existing("rwx------");

    try (ChildJvm other =
        ChildJvm.startAsNobody(
            ANOTHER,
            classPath,
            FolderProcess.class,
            home.resolve("cache").toString(),
            "SHARED",
            "file")) {

      assertThat(other.line()).isEqualTo("this process has no permission to use it");
    }
  }

  @Test
  void ready_noPermissionToWrite_saysSo() throws Exception {
    OtherUser.assumeRoot(temporary);
    List<Path> classPath = OtherUser.classPathIn(temporary);
    Path given = existing("rwxr-xr-x");

    try (ChildJvm other =
        ChildJvm.startAsNobody(
            ANOTHER, classPath, FolderProcess.class, given.toString(), "SHARED", "file")) {

      assertThat(other.line()).isEqualTo("this process has no permission to write there");
    }
  }

  @Test
  void ready_folderThatTakesNoNewFiles_isNoPermission() throws IOException {
    Path given = existing("rwx------");
    Permissions.denyWriting(given);

    assertRefused(() -> folder(given).ready(), "this process has no permission to write there");
    assertThat(folder(given).present()).isEmpty();
  }

  @Test
  void ready_linkToFolder_isUsedAndTheFolderChecked() throws IOException {
    Path real = existing("rwx------");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), real);

    assertThat(folder(link).ready()).isEqualTo(link.resolve("1"));
    assertThat(real.resolve("1")).isDirectory();

    setMode(real, "rwxrwxrwx");
    assertRefused(() -> folder(link).ready(), "can be written to by others");
  }

  @Test
  void ready_belowLinkedFolder_isMadeThere() throws IOException {
    Path real = existing("rwx------");
    Path link = Files.createSymbolicLink(temporary.resolve("link"), real);

    folder(link.resolve("cache")).ready();

    assertThat(real.resolve("cache/1")).isDirectory();
  }

  @Test
  void ready_danglingLink_isRefused() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("missing"));

    assertRefused(() -> folder(link).ready(), "is a link to a folder that does not exist");
    assertRefused(() -> folder(link).present(), "is a link to a folder that does not exist");
    assertRefused(
        () -> folder(link.resolve("a/cache")).ready(),
        link + " is a link to a folder that does not exist");
    assertThat(temporary).isDirectoryNotContaining("glob:**missing");
  }

  @Test
  void ready_linkToItself_isRefused() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("link"));

    assertRefused(() -> folder(link).ready(), "too many levels of symbolic links");
  }

  @Test
  void ready_fileInItsPlace_isRefused() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "precious");

    assertRefused(() -> folder(file).ready(), "is a file, not a folder");
    assertRefused(() -> folder(file).present(), "is a file, not a folder");
    assertRefused(
        () -> folder(file.resolve("a/cache")).ready(),
        "a part of its path is a file, not a folder");
    assertRefused(
        () -> folder(file.resolve("cache")).present(),
        "a part of its path is a file, not a folder");
    assertThat(file).hasContent("precious");
  }

  @Test
  void ready_linkInside_isNotFollowed() throws IOException {
    Path given = existing("rwx------");
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(given.resolve("1"), elsewhere);

    assertRefused(
        () -> folder(given).ready(),
        "the folder "
            + link
            + " is a symbolic link, which is never followed inside a cache: remove it");
    assertRefused(() -> shared(given).present(), "is a symbolic link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void ready_danglingLinkInside_isRefused() throws IOException {
    Path given = existing("rwx------");
    Files.createSymbolicLink(given.resolve("1"), Path.of("missing"));

    assertRefused(() -> folder(given).ready(), "is a symbolic link");
  }

  @Test
  void ready_fileInside_isRefused() throws IOException {
    Path given = existing("rwx------");
    Path file = Files.createFile(given.resolve("1"));

    assertRefused(() -> folder(given).ready(), "the folder " + file + " is a file, not a folder");
  }

  @Test
  void ready_vanished_isMadeAgain() throws IOException {
    Path given = temporary.resolve("cache");
    CacheFolder folder = folder(given);
    Files.delete(folder.ready());
    Files.delete(given.resolve("CACHEDIR.TAG"));
    Files.delete(given);

    assertThat(folder.present()).isEmpty();
    assertThat(folder.ready()).isDirectory();
  }

  @Test
  void ready_onlyToBeRead_isRefusedAndNothingIsMade() throws IOException {
    Path given = existing("rwx------");

    assertRefused(() -> readOnly(given).ready(), "is only to be read");
    assertThat(given).isEmptyDirectory();
  }

  @Test
  void present_nothingYet_isNoneAndMakesNothing() throws IOException {
    Path given = existing("rwx------");

    assertThat(folder(given).present()).isEmpty();
    assertThat(folder(given.resolve("cache")).present()).isEmpty();
    assertThat(given).isEmptyDirectory();
  }

  @Test
  void present_written_isThere() throws IOException {
    Path given = existing("rwx------");
    Path layout = folder(given).ready();

    assertThat(folder(given).present()).containsExactly(layout);
    assertThat(readOnly(given).present()).containsExactly(layout);
  }

  @Test
  void present_onlyToBeReadAndNothingThere_isRefused() throws IOException {
    Path given = existing("rwx------");

    assertRefused(() -> readOnly(given).present(), "holds no cache, and is only to be read");
    assertRefused(
        () -> readOnly(given.resolve("cache")).present(), "does not exist, and is only to be read");
    assertThat(given).isEmptyDirectory();
  }

  @Test
  void createFolder_severalLevels_areMadeForTheirOwner() throws IOException {
    CacheFolder folder = folder(temporary.resolve("cache"));
    Path below = folder.ready().resolve("entries/abc/def");

    folder.createFolder(below);
    folder.createFolder(below);

    assertThat(mode(below)).isEqualTo("rwx------");
    assertThat(mode(below.getParent())).isEqualTo("rwx------");
    assertThat(mode(below.getParent().getParent())).isEqualTo("rwx------");
  }

  @Test
  void createFolder_cacheVanished_isMadeWithIt() throws IOException {
    CacheFolder folder = folder(temporary.resolve("cache"));
    Path below = folder.ready().resolve("entries");
    Files.delete(below.getParent());

    folder.createFolder(below);

    assertThat(below).isDirectory();
  }

  @Test
  void createFolder_othersRemoveEmptyFoldersMeanwhile_isMade() throws Exception {
    CacheFolder folder = folder(temporary.resolve("cache"));
    Path below = folder.ready().resolve("entries/abc");
    ExecutorService remover = Executors.newSingleThreadExecutor();
    try {
      Future<?> removed = remover.submit(() -> removeOften(below));
      while (!removed.isDone()) {
        folder.createFolder(below);
      }
      removed.get();
    } finally {
      remover.shutdown();
    }

    folder.createFolder(below);
    assertThat(below).isDirectory();
  }

  private static Void removeOften(Path below) throws IOException {
    for (int i = 0; i < 2000; i++) {
      try {
        Files.deleteIfExists(below);
        Files.deleteIfExists(below.getParent());
      } catch (DirectoryNotEmptyException e) {
        assertThat(e.getFile()).isEqualTo(below.getParent().toString()); // It was made again.
      }
    }
    return null;
  }

  @Test
  void createFolder_linkOnTheWay_isNotFollowed() throws IOException {
    CacheFolder folder = folder(temporary.resolve("cache"));
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(folder.ready().resolve("entries"), elsewhere);

    assertRefused(
        () -> folder.createFolder(link.resolve("abc")),
        "the folder " + link + " is a symbolic link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void createFolder_notBelow_isTheCallersMistake() {
    CacheFolder folder = folder(temporary.resolve("cache"));

    assertThatThrownBy(() -> folder.createFolder(temporary.resolve("cache/2/entries")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0770, 770, 660",
    "02770, 2770, 660",
    "0777, 777, 666",
    "01777, 777, 666",
    "0775, 775, 664",
    "0700, 700, 600"
  })
  void share_fileAndFolders_getTheRootsBits(String root, String folders, String files)
      throws IOException {
    Path given = existing("rwx------");
    Files.setAttribute(given, "unix:mode", Integer.parseInt(root, 8));
    CacheFolder folder = shared(given);
    Path below = folder.ready().resolve("entries");
    folder.createFolder(below);
    Path file = privateFile(below.resolve("file"));

    folder.share(file);

    assertThat(octal(folder.ready())).isEqualTo(folders);
    assertThat(octal(below)).isEqualTo(folders);
    assertThat(octal(file)).isEqualTo(files);
  }

  @Test
  void share_rootOfAnotherGroup_givesItTheFile() throws IOException {
    OtherUser.assumeRoot(temporary);
    Path given = existing("rwx------");
    OtherUser.give(given, ANOTHER, 23456, 0770);
    CacheFolder folder = shared(given);
    Path file = privateFile(folder.ready().resolve("file"));

    folder.share(file);

    assertThat(OtherUser.rights(folder.ready())).isEqualTo("0:23456 770");
    assertThat(OtherUser.rights(file)).isEqualTo("0:23456 660");
  }

  @Test
  void share_processOutsideOfTheRootsGroup_givesItsOwnGroupNoMoreThanOthers() throws Exception {
    OtherUser.assumeRoot(temporary);
    List<Path> classPath = OtherUser.classPathIn(temporary);
    Path given = existing("rwx------");
    OtherUser.give(given, 0, 23456, 0773);

    try (ChildJvm other =
        ChildJvm.startAsNobody(
            ANOTHER, classPath, FolderProcess.class, given.toString(), "SHARED", "file")) {
      Path file = Path.of(other.line());

      assertThat(OtherUser.rights(file)).isEqualTo("65534:12345 622");
      assertThat(OtherUser.rights(file.getParent())).isEqualTo("65534:12345 733");
    }
  }

  @Test
  void share_twoUsersOfOneGroup_useEachOthersFolders() throws Exception {
    OtherUser.assumeRoot(temporary);
    List<Path> classPath = OtherUser.classPathIn(temporary);
    Path given = existing("rwx------");
    OtherUser.give(given, 0, 23456, 02770);
    CacheFolder folder = shared(given);
    Path below = folder.ready().resolve("entries/of");
    folder.createFolder(below);

    try (ChildJvm other =
        ChildJvm.startAsNobody(
            23456, classPath, FolderProcess.class, given.toString(), "SHARED", "file")) {

      assertThat(other.line()).isEqualTo(below.resolve("file").toString());
    }
    assertThat(OtherUser.rights(below)).isEqualTo("0:23456 2770");
    assertThat(OtherUser.rights(below.resolve("file"))).isEqualTo("65534:23456 660");
  }

  @ParameterizedTest
  @EnumSource(CacheAccess.class)
  void share_ownersFolder_changesNothing(CacheAccess access) throws IOException {
    Path given = existing("rwxr-xr-x");
    Path file = privateFile(given.resolve("file"));

    CacheFolder.of(settings(given, access, Sharing.OWNER_ONLY)).share(file);

    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @Test
  void share_linkInPlaceOfTheFile_changesNothing() throws IOException {
    Path given = existing("rwxrwxrwx");
    Path elsewhere = privateFile(temporary.resolve("elsewhere"));

    shared(given).share(Files.createSymbolicLink(given.resolve("link"), elsewhere));
    shared(given).share(given.resolve("missing"));

    assertThat(mode(elsewhere)).isEqualTo("rw-------");
  }

  @Test
  void ready_fileSystemWithoutRights_isUsed() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(temporary.resolve("zip.zip"), Map.of("create", "true"))) {
      Path given = zip.getPath("/a/cache");
      CacheFolder folder = folder(given);

      assertThat(folder.present()).isEmpty();
      assertThat(folder.ready()).isEqualTo(given.resolve("1"));
      folder.createFolder(given.resolve("1/entries"));
      assertThat(folder.present()).containsExactly(given.resolve("1"));
      assertThat(given.resolve("1/entries")).isDirectory();

      Path file = Files.createFile(zip.getPath("/file"));
      assertRefused(() -> folder(file).ready(), "is a file, not a folder");
      shared(given).share(file);
    }
  }

  @Test
  void ready_closedFileSystem_isTheJdksFailure() throws IOException, ExecutionException {
    FileSystem zip =
        FileSystems.newFileSystem(temporary.resolve("zip.zip"), Map.of("create", "true"));
    CacheFolder folder = folder(zip.getPath("/cache"));
    zip.close();

    assertThatThrownBy(folder::ready).isInstanceOf(java.nio.file.ClosedFileSystemException.class);
  }

  private Path existing(String mode) throws IOException {
    Path given = Files.createDirectory(temporary.resolve("given"));
    setMode(given, mode);
    return given;
  }

  private static Path privateFile(Path file) throws IOException {
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static CacheFolder folder(Path given) {
    return CacheFolder.of(settings(given, CacheAccess.READ_WRITE, Sharing.OWNER_ONLY));
  }

  private static CacheFolder readOnly(Path given) {
    return CacheFolder.of(settings(given, CacheAccess.READ_ONLY, Sharing.OWNER_ONLY));
  }

  private static CacheFolder shared(Path given) {
    return CacheFolder.of(settings(given, CacheAccess.READ_WRITE, Sharing.SHARED));
  }

  private static StoreSettings settings(Path given, CacheAccess access, Sharing sharing) {
    return new StoreSettings(given, 10, 1000, access, sharing);
  }

  private static void assertRefused(ThrowingCallable call, String words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            IOException.class, e -> assertThat(FailureWords.of(e)).contains(words));
  }

  private static void setMode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static String octal(Path file) throws IOException {
    return Integer.toOctalString((int) Files.getAttribute(file, "unix:mode") & 07777);
  }
}
