package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Puts entries into their places: written beside, flushed to the disk, renamed. Whoever evicts
 * removes empty folders, and an operator may remove them all, at any moment; then they are made
 * again, a few times.
 */
final class EntryWriter {

  private static final int ATTEMPTS = 20;

  private final CacheFolder folder;
  private final TemporaryNames names;
  private final StaleTemporaries staleTemporaries;

  EntryWriter(CacheFolder folder, TemporaryNames names) {
    this.folder = folder;
    this.names = names;
    this.staleTemporaries = new StaleTemporaries(names);
  }

  void write(StoredEntry target, Bytes content) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        Uninterrupted.run(
            () -> {
              tryWrite(target, content);
              return target;
            });
        return;
      } catch (NoSuchFileException | FileNotFoundException e) {
        if (attempt == ATTEMPTS) {
          throw new WriteRefused("its folders vanish while an entry is written", e);
        }
      }
    }
  }

  private void tryWrite(StoredEntry target, Bytes content) throws IOException {
    Path beside = new StoreLayout(folder.ready()).temporaries();
    folder.createFolder(beside);
    staleTemporaries.sweep(beside);
    try (TemporaryFile temporary =
        TemporaryFile.create(beside, names, OwnerOnly.file(beside), folder::share)) {
      temporary.write(content);
      move(temporary, target);
    }
  }

  private void move(TemporaryFile temporary, StoredEntry target) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        folder.createFolder(target.folder());
        temporary.moveTo(target.file());
        return;
      } catch (FileSystemException e) {
        if (attempt == ATTEMPTS || !isWorthAnotherAttempt(temporary, target.file(), e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isWorthAnotherAttempt(
      TemporaryFile temporary, Path target, FileSystemException failure) throws WriteRefused {
    if (StoreLayout.isFolder(target)) {
      if (EntryFiles.removeIfEmpty(target)) {
        return true;
      }
      throw new WriteRefused("a folder is in the place of the entry " + target, failure);
    }
    return failure instanceof NoSuchFileException
        && Files.exists(temporary.path(), LinkOption.NOFOLLOW_LINKS);
  }
}
