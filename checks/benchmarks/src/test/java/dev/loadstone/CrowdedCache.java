package dev.loadstone;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/** Puts entries of other requests beside the only one of a cache. */
final class CrowdedCache {

  private static final int REQUEST_DIGITS = 32;
  private static final int PREFIX_DIGITS = 3;

  private CrowdedCache() {}

  /** Adds entries until there are so many. What they hold does not matter: no lookup opens them. */
  static void fill(Path cache, int entries) throws IOException {
    Path only = only(cache);
    String name = only.getFileName().toString();
    Path versions = only.getParent().getParent();
    Random random = new Random(42);
    for (int i = 1; i < entries; i++) {
      String request =
          String.format("%0" + REQUEST_DIGITS + "x", new BigInteger(4 * REQUEST_DIGITS, random));
      Path folder = Files.createDirectories(versions.resolve(request.substring(0, PREFIX_DIGITS)));
      Files.write(folder.resolve(request + name.substring(REQUEST_DIGITS)), new byte[] {1});
    }
  }

  private static Path only(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }
}
