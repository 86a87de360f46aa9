package dev.loadstone.cli.report;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.CacheVerification;

/** What there is to say of a cache, as JSON objects with the names of the accessors. */
public final class CacheJson {

  private CacheJson() {}

  /**
   * Says how a cache stands.
   *
   * @param report how it stands
   * @return a JSON object
   */
  public static Json of(CacheReport report) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("folder", report.place());
          json.writeNumberField("entries", report.entries());
          json.writeNumberField("bytes", report.bytes());
          json.writeNumberField("misses", report.misses());
          json.writeObjectFieldStart("counts");
          for (CacheCounter counter : CacheCounter.values()) {
            json.writeNumberField(counter.name(), report.count(counter));
          }
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  /**
   * Says what reading every entry has shown.
   *
   * @param found what was found
   * @return a JSON object
   */
  public static Json of(CacheVerification found) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("entries", found.entries());
          json.writeArrayFieldStart("removed");
          for (CacheEntry entry : found.removed()) {
            json.writeString(entry.id());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /**
   * Says that entries were removed.
   *
   * @param entries how many
   * @return a JSON object
   */
  public static Json ofRemoved(int entries) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("removed", entries);
          json.writeEndObject();
        });
  }
}
