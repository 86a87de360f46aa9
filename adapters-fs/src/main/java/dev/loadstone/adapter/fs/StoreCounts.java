package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheCounter;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The counts of this instance that are not in the folder's file yet. The first hit and whatever is
 * not a hit goes there at once, other hits once in a second. Where that fails they wait for the
 * next time; a folder is not made for counts alone.
 */
final class StoreCounts {

  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

  private final CacheFolder folder;
  private final CountsFile file;
  private final LongSupplier nanoTime;
  private final SortedMap<CacheCounter, Long> pending = new TreeMap<>();
  private Option<Long> lastFlush = Option.none();

  StoreCounts(CacheFolder folder, CountsFile file, LongSupplier nanoTime) {
    this.folder = folder;
    this.file = file;
    this.nanoTime = nanoTime;
  }

  synchronized void add(CacheCounter counter) throws IOException {
    pending.merge(counter, 1L, Long::sum);
    if (counter != CacheCounter.HIT || !isFresh()) {
      flush();
    }
  }

  synchronized void flush() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    lastFlush = Option.some(nanoTime.getAsLong());
    for (var root : folder.present()) {
      file.append(new StoreLayout(root), pending);
      pending.clear();
    }
  }

  /** Returns what is in the folder's file, and what is not there yet. */
  synchronized SortedMap<CacheCounter, Long> total() throws IOException {
    SortedMap<CacheCounter, Long> total = new TreeMap<>(pending);
    for (var root : folder.present()) {
      for (Map.Entry<CacheCounter, Long> each : CountsFile.read(new StoreLayout(root)).entrySet()) {
        total.merge(each.getKey(), each.getValue(), Long::sum);
      }
    }
    return total;
  }

  synchronized void clear() throws IOException {
    pending.clear();
    for (var root : folder.present()) {
      CountsFile.delete(new StoreLayout(root));
    }
  }

  private boolean isFresh() {
    return lastFlush.exists(last -> nanoTime.getAsLong() - last < INTERVAL);
  }
}
