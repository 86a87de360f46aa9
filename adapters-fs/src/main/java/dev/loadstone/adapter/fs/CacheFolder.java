package dev.loadstone.adapter.fs;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.domain.cache.CacheAccess;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * The folder of a cache, and in it the one of this layout, {@code 1}, so that a later layout can
 * live beside it. Both are looked at whenever they are asked for, since folders vanish and change
 * hands: see {@link FolderCheck} for what is not used.
 *
 * <p>A folder that does not exist is made for its owner only, with its missing parents; also where
 * sharing is allowed, as whom to share with is for its owner to say. What is made in a shared
 * folder gets the rights that the folder itself has.
 */
final class CacheFolder {

  private static final String LAYOUT = "1";
  private static final int ATTEMPTS = 100;

  private final Path root;
  private final Path layout;
  private final StoreSettings settings;
  private final FolderCheck check;
  private final boolean hasRights;

  private CacheFolder(Path root, StoreSettings settings, FolderCheck check) {
    this.root = root;
    this.layout = root.resolve(LAYOUT);
    this.settings = settings;
    this.check = check;
    this.hasRights = UnixRights.areKnownFor(root);
  }

  static CacheFolder of(StoreSettings settings) {
    return of(settings, ProcessOwner.ofThisProcess());
  }

  static CacheFolder of(StoreSettings settings, ProcessOwner owner) {
    Path root = settings.folder().toAbsolutePath();
    return new CacheFolder(root, settings, new FolderCheck(root, settings.sharing(), owner));
  }

  /** Returns the check of what is inside. */
  EntryCheck entryCheck() {
    return new EntryCheck(check, settings.access());
  }

  /** Returns the cache's folder as an absolute path, whatever there is. */
  Path root() {
    return root;
  }

  /** Returns the folder of this layout, whatever there is. */
  Path layout() {
    return layout;
  }

  /** Returns the folder to write to, which it makes where there is none. */
  Path ready() throws IOException {
    if (settings.access() == CacheAccess.READ_ONLY) {
      throw new WriteRefused("is only to be read", null);
    }
    if (!check.hasRoot()) {
      createRoot();
    }
    if (!check.has(layout)) {
      create(layout);
    }
    return layout;
  }

  /**
   * Returns the folder to read from; none where nothing was ever written, which is an error if
   * nothing can be.
   */
  Option<Path> present() throws IOException {
    if (check.hasRoot() && check.has(layout)) {
      return Option.some(layout);
    }
    if (settings.access() == CacheAccess.READ_ONLY) {
      throw new WriteRefused(
          Files.exists(root)
              ? "holds no cache, and is only to be read"
              : "does not exist, and is only to be read",
          null);
    }
    return Option.none();
  }

  /**
   * Makes a folder below that of the layout, with those on the way to it. Others may do the same,
   * or remove them as empty, meanwhile.
   */
  void createFolder(Path below) throws IOException {
    if (!below.startsWith(layout)) {
      throw new IllegalArgumentException(below + " is not below " + layout);
    }
    NoSuchFileException removed = new NoSuchFileException(below.toString());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        createAll(ready(), layout.relativize(below));
        return;
      } catch (NoSuchFileException e) {
        removed = e;
      }
    }
    throw removed;
  }

  private void createAll(Path from, Path names) throws IOException {
    Path made = from;
    for (Path name : names) {
      made = made.resolve(name);
      create(made);
    }
  }

  /**
   * Lets those use a new file who may use the folder. Call it before anybody is to see the file.
   */
  void share(Path file) {
    if (settings.sharing() == Sharing.SHARED && hasRights) {
      for (SharedRights rights : rootsRights()) {
        rights.giveTo(file);
      }
    }
  }

  /** Does the same for a file that is held in a folder of this process's alone. */
  void share(PosixFileAttributeView file) {
    if (settings.sharing() == Sharing.SHARED && hasRights) {
      for (SharedRights rights : rootsRights()) {
        rights.giveTo(file);
      }
    }
  }

  private Option<SharedRights> rootsRights() {
    try {
      return Option.some(SharedRights.of(root));
    } catch (IOException e) {
      return Option.none(); // The folder has vanished, and the file with it.
    }
  }

  private void createRoot() throws IOException {
    Path parent = root.getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      createParents(parent);
    }
    if (createForOwner(root)) {
      CacheDirectoryTag.writeTo(root);
    }
    if (!check.hasRoot()) {
      throw new NoSuchFileException(root.toString());
    }
  }

  private static void createParents(Path parent) throws IOException {
    try {
      Files.createDirectories(parent, OwnerOnly.folder(parent));
    } catch (FileAlreadyExistsException e) {
      throw new WriteRefused(e.getFile() + " is a link to a folder that does not exist", e);
    }
  }

  private void create(Path folder) throws IOException {
    if (createForOwner(folder)) {
      share(folder);
    } else if (!check.has(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
  }

  /** Returns whether it made the folder, rather than somebody else before. */
  private boolean createForOwner(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, OwnerOnly.folder(folder));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
