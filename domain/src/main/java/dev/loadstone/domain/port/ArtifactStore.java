package dev.loadstone.domain.port;

import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/**
 * Keeps artifacts, as opaque bytes. Safe for use by many threads, and by many processes where they
 * share a store.
 *
 * <p>An entry appears whole or not at all, under the key that it was published for. Whether its
 * bytes are still what was published is checked by the caller. Entries may vanish at any time. The
 * names of entries are the store's own, and unique in it. No call waits for another process.
 *
 * <p>Where the store cannot do what it is asked, a call gives a {@link
 * dev.loadstone.domain.error.StoreFailed}; the caller decides what that means. A store that may
 * only be read fails {@link #publish} and {@link #discard}, does nothing in {@link #use}, and takes
 * it for an error if there is nothing to read from.
 *
 * <p>A store that can do more implements {@link CompilationTurns} or {@link CacheMaintenance} as
 * well, and is then asked to.
 */
public interface ArtifactStore {

  /**
   * Finds the entries that were published for a request, by this build and by others. Should take
   * no longer in a large store than in a small one. Something else that lies in the place of an
   * entry may be among them; {@link #read} shows it.
   *
   * @param key the key, of which request and build decide
   * @return the entries, those used last first; none where nothing was ever stored
   */
  Try<Candidates> find(CacheKey key);

  /**
   * Finds the entry that is most like a key for which there is none: of a plugin with the same base
   * names, by preference one for the same request, then one of the same build, then one that was
   * used last. It explains a miss, and is not used for anything else.
   *
   * @param key the key
   * @return the entry; none where no entry has the same base names
   */
  Try<Option<CacheEntry>> nearest(CacheKey key);

  /**
   * Reads an entry, once.
   *
   * @param entry the entry
   * @return its bytes; none when it has vanished, or something that is not an entry is in its
   *     place. One that cannot be read, or that is not this store's, is a failure
   */
  Try<Option<Bytes>> read(CacheEntry entry);

  /**
   * Marks an entry as used now. Best effort; failing to mark it is not an error.
   *
   * @param entry the entry
   * @return nothing
   */
  Try<Void> use(CacheEntry entry);

  /**
   * Stores an artifact. An entry for the same key with the same content is replaced.
   *
   * <p>A store may have limits, and makes other entries give way where there are too many: first
   * older versions of the same plugin, which have the same files, then those that have the same
   * base names, then any; among equals those first whose last use was longest ago; never the one
   * that is stored. An entry for the same request is not an older version: it is of another build,
   * or for another host.
   *
   * <p>While other processes publish, too, there may for a while be more than the limits say. An
   * artifact that is larger than the whole store may be is refused, and nothing gives way for it.
   * Where too much is there and nothing can be removed, the artifact is stored, and the call fails
   * nevertheless.
   *
   * @param key the key
   * @param files the paths of the plugin's sources as they were given, in order
   * @param artifact the artifact's bytes
   * @return what was done
   */
  Try<Publication> publish(CacheKey key, List<String> files, Bytes artifact);

  /**
   * Removes an entry.
   *
   * @param entry the entry; removing one that has vanished is not an error, removing one that is
   *     not this store's may be
   * @return nothing
   */
  Try<Void> discard(CacheEntry entry);
}
