package dev.loadstone.adapter.fs;

/**
 * How much a store may hold, and how often all of it has to be looked at to keep to that.
 *
 * <p>Looking at everything costs little in a small store, next to the compilation that comes before
 * a publication, so it is done each time, and the limits are kept exactly. In a large store
 * eviction makes more room than is needed, and then nothing is looked at until this process itself
 * has used up half of that room. What other processes add meanwhile shows only then.
 */
final class Limits {

  private static final int SMALL = 256;
  private static final int MARGIN = 16;

  private final StoreSize most;
  private StoreSize left = StoreSize.NONE;

  Limits(StoreSize most) {
    this.most = most;
  }

  StoreSize most() {
    return most;
  }

  /** Notes that an entry was added, and tells whether all have to be looked at now. */
  boolean isLookDueAfter(long size) {
    left = left.withoutEntryOf(size);
    return left.entries() <= 0 || left.bytes() <= 0;
  }

  /** Notes what there is. */
  void found(StoreSize content) {
    left =
        content.entries() <= SMALL
            ? StoreSize.NONE
            : new StoreSize(
                (most.entries() - content.entries()) / 2, (most.bytes() - content.bytes()) / 2);
  }

  /** Returns what there should be after an eviction. */
  StoreSize goal(StoreSize content) {
    return content.entries() <= SMALL
        ? most
        : new StoreSize(
            lowered(content.entries(), most.entries()), lowered(content.bytes(), most.bytes()));
  }

  private static long lowered(long present, long most) {
    return present <= most ? most : most - most / MARGIN;
  }
}
