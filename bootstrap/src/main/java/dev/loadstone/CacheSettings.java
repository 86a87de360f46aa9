package dev.loadstone;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.application.CacheTerms;
import dev.loadstone.application.CacheTerms.OtherBuilds;
import dev.loadstone.domain.cache.CacheAccess;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where compiled plugins are kept between executions, and how.
 *
 * <p>Any number of processes may use one folder at the same time, with different hosts, compilers
 * and builds of this library. Immutable: each setter returns a copy.
 */
public final class CacheSettings {

  private static final int DEFAULT_MAX_ENTRIES = 10;

  private final StoreSettings store;
  private final boolean acceptOtherBuilds;

  private CacheSettings(StoreSettings store, boolean acceptOtherBuilds) {
    this.store = store;
    this.acceptOtherBuilds = acceptOtherBuilds;
  }

  /**
   * {@return settings for a folder, with every default}
   *
   * @param folder the folder, which is created for its owner alone when it does not exist
   * @throws IllegalArgumentException if the path is empty: that would be the working folder
   */
  public static CacheSettings at(Path folder) {
    if (folder.toString().isEmpty()) {
      throw new IllegalArgumentException("the cache's folder has no name");
    }
    return new CacheSettings(
        new StoreSettings(
            Objects.requireNonNull(folder, "folder"),
            DEFAULT_MAX_ENTRIES,
            Long.MAX_VALUE,
            CacheAccess.READ_WRITE,
            Sharing.OWNER_ONLY),
        false);
  }

  /**
   * Sets how many artifacts are kept. When there are more, older versions of the plugin that was
   * just compiled go first, then those whose last use was longest ago.
   *
   * @param count the most, at least 1; by default 10
   * @return a copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public CacheSettings maxEntries(int count) {
    return with(
        new StoreSettings(
            store.folder(), count, store.maxBytes(), store.access(), store.sharing()));
  }

  /**
   * Sets how many bytes the artifacts may have together.
   *
   * @param bytes the most, at least 1; by default there is no limit
   * @return a copy
   * @throws IllegalArgumentException if it is less than 1
   */
  public CacheSettings maxBytes(long bytes) {
    return with(
        new StoreSettings(
            store.folder(), store.maxEntries(), bytes, store.access(), store.sharing()));
  }

  /**
   * Sets whether nothing is ever written into the folder. Then a cache that is broken, or not
   * there, fails each load with {@link dev.loadstone.domain.error.StoreFailed}, instead of being a
   * slow path that nobody notices. What is merely not in it is compiled, and not kept.
   *
   * @param readOnly whether it is so; by default not
   * @return a copy
   */
  public CacheSettings readOnly(boolean readOnly) {
    return with(
        new StoreSettings(
            store.folder(),
            store.maxEntries(),
            store.maxBytes(),
            readOnly ? CacheAccess.READ_ONLY : CacheAccess.READ_WRITE,
            store.sharing()));
  }

  /**
   * Sets whether artifacts of other compilers and of other builds of this library are used, too,
   * when everything else of their context fits under the {@linkplain
   * Loadstone.Builder#contextPolicy context policy}. One that then does not link is compiled anew.
   *
   * @param accept whether they are; by default not
   * @return a copy
   */
  public CacheSettings acceptOtherBuilds(boolean accept) {
    return new CacheSettings(store, accept);
  }

  /**
   * Sets whether a folder is used that others can write to, or that another user owns. Whoever can
   * write there decides what this process runs.
   *
   * @param allow whether it is; by default it is not, and loads go on as without a cache
   * @return a copy
   */
  public CacheSettings allowSharedFolder(boolean allow) {
    return with(
        new StoreSettings(
            store.folder(),
            store.maxEntries(),
            store.maxBytes(),
            store.access(),
            allow ? Sharing.SHARED : Sharing.OWNER_ONLY));
  }

  StoreSettings store() {
    return store;
  }

  CacheTerms terms() {
    return new CacheTerms(
        store.access(), acceptOtherBuilds ? OtherBuilds.ACCEPTED : OtherBuilds.REFUSED);
  }

  private CacheSettings with(StoreSettings changed) {
    return new CacheSettings(changed, acceptOtherBuilds);
  }
}
