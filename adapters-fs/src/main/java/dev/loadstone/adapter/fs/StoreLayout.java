package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is where in the cache's folder. An entry is at {@code entries/BASENAMES/PREFIX/NAME}: the
 * first 32 digits of the digest of the sources' base names, the first 3 of the request's, and the
 * {@link EntryName}. So one small folder answers a lookup, and one folder holds all versions of a
 * plugin. Whatever else is in the folder is not the cache's own.
 *
 * @param root the cache's folder, for the present version of the layout
 */
record StoreLayout(Path root) {

  private static final int DEPTH = 3;

  Path entries() {
    return root.resolve("entries");
  }

  Path temporaries() {
    return root.resolve("tmp");
  }

  Path counts() {
    return root.resolve("counts");
  }

  Path versionsOf(CacheKey key) {
    return entries().resolve(EntryName.beginning(key.baseNames(), EntryName.LONG));
  }

  Path folderOf(CacheKey key) {
    return versionsOf(key).resolve(EntryName.beginning(key.request(), EntryName.PREFIX));
  }

  StoredEntry entry(CacheKey key, EntryName name) {
    return new StoredEntry(
        EntryName.beginning(key.baseNames(), EntryName.LONG),
        name,
        folderOf(key).resolve(name.toString()));
  }

  /** Tells which entry is meant; none when it is not the cache's own. */
  Option<StoredEntry> stored(CacheEntry entry) {
    try {
      return entryAt(root.getFileSystem().getPath(entry.id()));
    } catch (InvalidPathException e) {
      return Option.none();
    }
  }

  /** Tells which entry a file is by its place and name; none when it is not the cache's own. */
  Option<StoredEntry> entryAt(Path file) {
    Path folder = file.getParent();
    Path versions = folder == null ? null : folder.getParent();
    if (folder == null
        || versions == null
        || !isVersionsName(name(versions))
        || !entries().equals(versions.getParent())) {
      return Option.none();
    }
    return EntryName.parse(name(file))
        .filter(name -> name.prefix().equals(name(folder)))
        .map(name -> new StoredEntry(name(versions), name, file));
  }

  static boolean isVersionsName(String name) {
    return EntryName.isHex(name, EntryName.LONG);
  }

  static boolean isPrefix(String name) {
    return EntryName.isHex(name, EntryName.PREFIX);
  }

  /** Returns whether only real folders, and no symbolic links, lead to an entry. */
  static boolean isReachable(StoredEntry stored) {
    for (Path folder : wayTo(stored)) {
      if (!isFolder(folder)) {
        return false;
      }
    }
    return true;
  }

  /** Lists the folders that lead to an entry, the outermost first. */
  static List<Path> wayTo(StoredEntry stored) {
    Deque<Path> way = new ArrayDeque<>();
    Path folder = stored.folder();
    while (folder != null && way.size() < DEPTH) {
      way.addFirst(folder);
      folder = folder.getParent();
    }
    return List.copyOf(way);
  }

  static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  static String name(@Nullable Path path) {
    Path name = path == null ? null : path.getFileName();
    return name == null ? "" : name.toString();
  }
}
