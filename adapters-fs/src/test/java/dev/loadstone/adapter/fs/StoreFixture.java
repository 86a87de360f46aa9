package dev.loadstone.adapter.fs;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What tests of the store have in common. */
final class StoreFixture {

  static final List<String> FILES = List.of("shop/Pricing.java");
  static final Bytes ARTIFACT = Bytes.ofUtf8("artifact");
  static final CacheKey KEY = key("Pricing", "request");

  private StoreFixture() {}

  static CacheKey key(String baseNames, String request) {
    return new CacheKey(digest(baseNames), digest(request), digest("build"));
  }

  static Digest digest(String text) {
    return Digest.of(Bytes.ofUtf8(text));
  }

  static StoreSettings settings(Path folder, CacheAccess access) {
    return settings(folder, 4, 1_000, access);
  }

  static StoreSettings settings(Path folder, int maxEntries, long maxBytes, CacheAccess access) {
    return new StoreSettings(folder, maxEntries, maxBytes, access, Sharing.OWNER_ONLY);
  }

  static FileSystemArtifactStore store(Path folder, int maxEntries) {
    return FileSystemArtifactStore.of(
        settings(folder, maxEntries, Long.MAX_VALUE, CacheAccess.READ_WRITE));
  }

  static CacheEntry publish(FileSystemArtifactStore store, CacheKey key) {
    return store.publish(key, FILES, ARTIFACT).get().entry();
  }

  static Path file(CacheEntry entry) {
    return Path.of(entry.id());
  }

  /** Lists what is in a folder, however deep, by relative path, with kind, mode, size and time. */
  static SortedMap<String, Map<String, Object>> tree(Path folder) throws IOException {
    SortedMap<String, Map<String, Object>> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.toList()) {
        tree.put(
            folder.relativize(each).toString(),
            Files.readAttributes(
                each,
                "posix:permissions,isDirectory,size,lastModifiedTime",
                LinkOption.NOFOLLOW_LINKS));
      }
    }
    return tree;
  }

  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(each -> !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
          .map(each -> folder.relativize(each).toString())
          .sorted()
          .toList();
    }
  }
}
