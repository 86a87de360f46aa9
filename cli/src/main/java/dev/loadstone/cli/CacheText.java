package dev.loadstone.cli;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.diagnostic.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** What there is to say of a cache, for people. */
final class CacheText {

  private static final long KIBIBYTE = 1024;

  private CacheText() {}

  static String of(CacheReport report) {
    return new Table()
        .row("folder", PrintableText.line(report.folder().toString()))
        .row("entries", String.valueOf(report.entries()))
        .row("bytes", String.valueOf(report.bytes()))
        .row("hits", String.valueOf(report.count(CacheCounter.HIT)))
        .rows("misses", misses(report))
        .row("healed", String.valueOf(report.count(CacheCounter.HEALED)))
        .row("evicted", String.valueOf(report.count(CacheCounter.EVICTED)))
        .text();
  }

  static String of(CacheVerification found) {
    List<String> lines = new ArrayList<>();
    lines.add(
        entries(found.entries() + found.removed().size())
            + " read, "
            + (found.removed().isEmpty() ? "none" : String.valueOf(found.removed().size()))
            + " damaged"
            + (found.removed().isEmpty() ? "" : " and removed:"));
    for (CacheEntry removed : found.removed()) {
      lines.add("  " + PrintableText.line(removed.toString()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  static String ofRemoved(int entries) {
    return entries(entries) + " removed";
  }

  /** Says in a line what a cache holds. */
  static String summary(CacheReport report) {
    return PrintableText.line(report.folder().toString())
        + " ("
        + entries(report.entries())
        + ", "
        + (report.bytes() + KIBIBYTE - 1) / KIBIBYTE
        + " KiB)";
  }

  private static List<String> misses(CacheReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(String.valueOf(report.misses()));
    for (CacheCounter counter : CacheCounter.values()) {
      String reason = reason(counter);
      if (!reason.isEmpty()) {
        lines.add("  " + report.count(counter) + " " + reason);
      }
    }
    return lines;
  }

  private static String reason(CacheCounter counter) {
    return switch (counter) {
      case MISS_NEVER_SEEN -> "never seen: no plugin with these file names was there";
      case MISS_SOURCES -> "a source had changed";
      case MISS_REQUEST -> "other options: contract, release, warnings";
      case MISS_BUILD -> "another compiler, Java release or build of Loadstone";
      case MISS_HOST -> "classes of the class path had changed";
      case MISS_DAMAGED -> "the entry was damaged";
      case HIT, HEALED, EVICTED -> "";
    };
  }

  private static String entries(long number) {
    return number + (number == 1 ? " entry" : " entries");
  }
}
