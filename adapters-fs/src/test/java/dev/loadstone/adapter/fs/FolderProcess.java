package dev.loadstone.adapter.fs;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.domain.cache.CacheAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a file in a cache's folder: {@code FOLDER SHARING NAME}; prints its path, or why there is
 * none.
 */
final class FolderProcess {

  private FolderProcess() {}

  public static void main(String[] arguments) {
    Path given = Path.of(arguments[0]);
    StoreSettings.Sharing sharing = StoreSettings.Sharing.valueOf(arguments[1]);
    CacheFolder folder =
        CacheFolder.of(new StoreSettings(given, 1, 1, CacheAccess.READ_WRITE, sharing));
    try {
      Path below = folder.ready().resolve("entries").resolve("of");
      folder.createFolder(below);
      Path file = Files.createFile(below.resolve(arguments[2]));
      folder.share(file);
      System.out.println(file);
    } catch (IOException e) {
      System.out.println(FailureWords.of(e));
    }
  }
}
