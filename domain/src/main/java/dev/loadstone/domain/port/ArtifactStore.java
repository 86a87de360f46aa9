package dev.loadstone.domain.port;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.Candidates;
import dev.loadstone.domain.cache.Publication;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/**
 * Keeps artifacts, as opaque bytes, for any number of threads and processes at the same time.
 *
 * <p>An entry appears whole or not at all, under the key that it was published for. Whether its
 * bytes are still what was published is the caller's to check. Entries may vanish at any time, when
 * other processes evict or clear. No call waits for another process, except for {@link #turn}.
 *
 * <p>Where the store cannot do what is asked every call gives a {@link
 * dev.loadstone.domain.error.StoreFailed}; the caller decides what that means. A store that may
 * only be read fails {@link #publish}, {@link #discard} and {@link #clear}, does nothing in {@link
 * #use}, {@link #count} and {@link #turn}, and takes a folder that does not exist for an error.
 */
public interface ArtifactStore {

  /**
   * Finds the entries that were published for a request, by this build and by others. Looks at no
   * others: the answer takes as long in a large store as in a small one. Something else that lies
   * in the place of an entry may be among them; {@link #read} shows it.
   *
   * @param key the key
   * @return the entries, those used last first; none where nothing was ever stored
   */
  Try<Candidates> find(CacheKey key);

  /**
   * Finds the entry that is most like a key for which there is none: of a plugin with the same base
   * names, by preference one for the same request, then one of the same build, then one that was
   * used last.
   *
   * @param key the key
   * @return the entry; none where no entry has the same base names
   */
  Try<Option<CacheEntry>> nearest(CacheKey key);

  /**
   * Reads an entry, once.
   *
   * @param entry the entry
   * @return its bytes; none when it has vanished, or something that is not a file is in its place.
   *     A file that cannot be read, or that is no entry of this store, is a failure
   */
  Try<Option<Bytes>> read(CacheEntry entry);

  /**
   * Marks an entry as used now. Best effort: that it is not marked is no failure.
   *
   * @param entry the entry
   * @return nothing
   */
  Try<Void> use(CacheEntry entry);

  /**
   * Stores an artifact, and makes other entries give way where there are too many: first older
   * versions of the same plugin, which have the same files, then those that have the same base
   * names, then any; among equals those first whose last use was longest ago; never the one that is
   * stored. An entry for the same request is no older version: it is of another build, or for
   * another host. An entry with the same content is replaced.
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
   * @param entry the entry; that it has vanished is no failure, that it is none of this store is
   * @return nothing
   */
  Try<Void> discard(CacheEntry entry);

  /**
   * Waits for the turn to compile for a key while another process has it, but no longer than about
   * the time that a compilation takes. A turn saves work and no more: two may well have it, where a
   * file system has no locks, or a holder is slow or stopped.
   *
   * @param key the key
   * @return the turn, which the caller ends
   */
  Try<CompilationTurn> turn(CacheKey key);

  /**
   * {@return whether another process seems to have the turn to compile for a key, such that {@link
   * #turn} might wait} Quick, and no more than a hint.
   *
   * @param key the key
   */
  Try<Boolean> isTurnTaken(CacheKey key);

  /**
   * Adds one to a counter. Best effort: that it is not counted is no failure.
   *
   * @param counter the counter
   * @return nothing
   */
  Try<Void> count(CacheCounter counter);

  /**
   * Lists all entries.
   *
   * @return the entries, sorted by file
   */
  Try<List<CacheEntry>> entries();

  /**
   * Tells how the store stands.
   *
   * @return the report
   */
  Try<CacheReport> report();

  /**
   * Removes every entry, and the counts. Nothing else is touched: what a store did not make is not
   * its own. Entries that other processes publish meanwhile may stay.
   *
   * @return how many entries it removed
   */
  Try<Integer> clear();

  /** The turn to compile for a key. Ending it twice has no effect. */
  interface CompilationTurn extends AutoCloseable {

    @Override
    void close();
  }
}
