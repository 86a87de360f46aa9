package dev.loadstone.adapter.fs;

import java.util.Collection;

/**
 * How much a store holds, or may hold.
 *
 * @param entries how many entries
 * @param bytes how many bytes these have together
 */
record StoreSize(long entries, long bytes) {

  static final StoreSize NONE = new StoreSize(0, 0);

  static StoreSize of(Collection<EntryState> states) {
    long bytes = 0;
    for (EntryState each : states) {
      bytes += each.size();
    }
    return new StoreSize(states.size(), bytes);
  }

  StoreSize without(EntryState state) {
    return new StoreSize(entries - 1, bytes - state.size());
  }

  StoreSize withoutEntryOf(long size) {
    return new StoreSize(entries - 1, bytes - size);
  }

  boolean isWithin(StoreSize limits) {
    return entries <= limits.entries && bytes <= limits.bytes;
  }
}
