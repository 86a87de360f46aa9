package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheKey;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists entries by place and name alone. Symbolic links to folders are not followed, and what
 * vanishes meanwhile is left out.
 *
 * @param layout what is where
 * @param check decides which folders are looked into
 */
record EntryListing(StoreLayout layout, EntryCheck check) {

  /** Decides what comes of a folder that cannot be listed. */
  @FunctionalInterface
  interface Unlistable {
    void met(IOException failure) throws IOException;
  }

  List<StoredEntry> ofRequest(CacheKey key) throws IOException {
    List<StoredEntry> found = new ArrayList<>();
    if (check.leadsOn(layout.entries()) && check.leadsOn(layout.versionsOf(key))) {
      for (StoredEntry each : in(layout.folderOf(key))) {
        if (each.name().isOfRequest(key)) {
          found.add(each);
        }
      }
    }
    return found;
  }

  /** Lists the entries of all plugins with the same base names. */
  List<StoredEntry> versionsOf(CacheKey key) throws IOException {
    return check.leadsOn(layout.entries()) ? below(layout.versionsOf(key)) : List.of();
  }

  List<StoredEntry> all(Unlistable unlistable) throws IOException {
    List<StoredEntry> found = new ArrayList<>();
    for (Path versions : names(layout.entries())) {
      if (StoreLayout.isVersionsName(StoreLayout.name(versions))) {
        try {
          found.addAll(below(versions));
        } catch (IOException e) {
          unlistable.met(e);
        }
      }
    }
    return found;
  }

  private List<StoredEntry> below(Path versions) throws IOException {
    List<StoredEntry> found = new ArrayList<>();
    for (Path folder : names(versions)) {
      if (StoreLayout.isPrefix(StoreLayout.name(folder))) {
        found.addAll(in(folder));
      }
    }
    return found;
  }

  private List<StoredEntry> in(Path folder) throws IOException {
    List<StoredEntry> found = new ArrayList<>();
    String baseNames = StoreLayout.name(folder.getParent());
    String prefix = StoreLayout.name(folder);
    for (Path file : names(folder)) {
      Option<EntryName> name = EntryName.parse(StoreLayout.name(file));
      if (name.isDefined() && name.get().request().startsWith(prefix)) {
        found.add(new StoredEntry(baseNames, name.get(), file));
      }
    }
    return found;
  }

  private List<Path> names(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    if (!check.leadsOn(folder)) {
      return names;
    }
    try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
      listed.forEach(names::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }
}
