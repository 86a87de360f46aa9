package dev.loadstone.cli.report;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.CacheVerification;
import dev.loadstone.domain.diagnostic.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** What there is to say of a cache, for people. */
public final class CacheText {

  private static final long KIBIBYTE = 1024;

  private CacheText() {}

  /**
   * Says how a cache stands.
   *
   * @param report how it stands
   * @return lines
   */
  public static PrintableText of(CacheReport report) {
    return new Table()
        .row("folder", report.place())
        .row("entries", report.entries())
        .row("bytes", report.bytes())
        .row("hits", report.count(CacheCounter.HIT))
        .rows("misses", misses(report))
        .row("healed", report.count(CacheCounter.HEALED))
        .row("evicted", report.count(CacheCounter.EVICTED))
        .text();
  }

  /**
   * Says what reading every entry has shown.
   *
   * @param found what was found
   * @return lines
   */
  public static PrintableText of(CacheVerification found) {
    List<PrintableText> lines = new ArrayList<>();
    lines.add(
        PrintableText.of(
            "%s read, %s damaged%s",
            entries(found.entries() + found.removed().size()),
            found.removed().isEmpty() ? "none" : found.removed().size(),
            found.removed().isEmpty() ? "" : " and removed:"));
    for (CacheEntry removed : found.removed()) {
      lines.add(PrintableText.of("  %s", removed));
    }
    return PrintableText.join("\n", lines);
  }

  /**
   * Says that entries were removed.
   *
   * @param entries how many
   * @return a line
   */
  public static PrintableText ofRemoved(int entries) {
    return PrintableText.of("%s removed", entries(entries));
  }

  /**
   * Says in a line what a cache holds.
   *
   * @param report how it stands
   * @return the line
   */
  public static PrintableText summary(CacheReport report) {
    return PrintableText.of(
        "%s (%s, %s KiB)",
        report.place(), entries(report.entries()), (report.bytes() + KIBIBYTE - 1) / KIBIBYTE);
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
