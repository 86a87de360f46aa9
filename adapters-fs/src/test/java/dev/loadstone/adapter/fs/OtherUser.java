package dev.loadstone.adapter.fs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tests that need a second user have in common; they are skipped where there is no root. */
final class OtherUser {

  private static final List<String> NEEDED =
      List.of(
          "dev.loadstone.adapter.fs.CacheFolder",
          "dev.loadstone.adapter.fs.OtherUser",
          "dev.loadstone.domain.cache.CacheAccess",
          "io.vavr.control.Try",
          "org.jspecify.annotations.NullMarked");

  private OtherUser() {}

  static void assumeRoot(Path folder) throws IOException {
    assumeTrue(
        File.separatorChar == '/' && (int) Files.getAttribute(folder, "unix:uid") == 0,
        "only root gives files away");
  }

  static void give(Path file, int user, int group, int mode) throws IOException {
    Files.setAttribute(file, "unix:uid", user);
    Files.setAttribute(file, "unix:gid", group);
    Files.setAttribute(file, "unix:mode", mode); // At the end, as a change of owner takes bits off.
  }

  static String rights(Path file) throws IOException {
    Map<String, Object> rights = Files.readAttributes(file, "unix:uid,gid,mode");
    return rights.get("uid")
        + ":"
        + rights.get("gid")
        + " "
        + Integer.toOctalString((int) rights.get("mode") & 07777);
  }

  /** Copies the classes of a second process to where everybody can read them. */
  static List<Path> classPathIn(Path folder) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv to become another user with");
    allowAll(folder);
    List<Path> copies = new ArrayList<>();
    for (String name : NEEDED) {
      Path place = place(Class.forName(name));
      Path copy = folder.resolve(copies.size() + place.getFileName().toString());
      copyAll(place, copy);
      copies.add(copy);
    }
    return copies;
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.copy(file, from.equals(file) ? to : copy);
        allowAll(from.equals(file) ? to : copy);
      }
    }
  }

  static void allowAll(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
