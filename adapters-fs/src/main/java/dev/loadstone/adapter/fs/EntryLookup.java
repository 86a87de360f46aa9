package dev.loadstone.adapter.fs;

import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.cache.Candidates;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** Finds entries for a key. */
final class EntryLookup {

  /** Each has to be read to know whether it fits, which soon takes longer than to compile. */
  private static final int MOST_CANDIDATES = 16;

  private final InstantSource clock;

  EntryLookup(InstantSource clock) {
    this.clock = clock;
  }

  /** Finds what was built from a request, and was used last; lists one folder. */
  Candidates find(EntryListing listing, CacheKey key) throws IOException {
    List<StoredEntry> sameBuild = new ArrayList<>();
    List<StoredEntry> otherBuilds = new ArrayList<>();
    for (StoredEntry each : listing.ofRequest(key)) {
      (each.name().isOfBuild(key) ? sameBuild : otherBuilds).add(each);
    }
    return new Candidates(lastUsedFirst(sameBuild), lastUsedFirst(otherBuilds));
  }

  /** Finds what is most like a key; lists the folder of the plugin's versions. */
  Option<CacheEntry> nearest(EntryListing listing, CacheKey key) throws IOException {
    List<StoredEntry> versions = listing.versionsOf(key);
    Predicate<StoredEntry> sameRequest = each -> each.name().isOfRequest(key);
    Predicate<StoredEntry> sameBuild = each -> each.name().isOfBuild(key);
    for (Predicate<StoredEntry> like :
        List.of(
            sameRequest.and(sameBuild),
            sameRequest.and(sameBuild.negate()),
            sameBuild.and(sameRequest.negate()),
            sameRequest.or(sameBuild).negate())) {
      List<EntryState> alike = EntryState.ofAll(versions.stream().filter(like).toList());
      if (!alike.isEmpty()) {
        return Option.some(
            Collections.max(alike, EntryState.leastRecentlyUsedFirst(clock.instant()))
                .stored()
                .entry());
      }
    }
    return Option.none();
  }

  /** Looks at files only where there is something to choose. */
  private List<CacheEntry> lastUsedFirst(List<StoredEntry> entries) throws IOException {
    if (entries.size() < 2) {
      return entries.stream().map(StoredEntry::entry).toList();
    }
    List<EntryState> states = EntryState.ofAll(entries);
    states.sort(EntryState.leastRecentlyUsedFirst(clock.instant()).reversed());
    return states.stream().limit(MOST_CANDIDATES).map(state -> state.stored().entry()).toList();
  }
}
