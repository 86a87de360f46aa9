package dev.loadstone.cli;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.CacheVerification;

/** What there is to say of a cache, as JSON objects with the names of the accessors. */
final class CacheJson {

  private CacheJson() {}

  static Json of(CacheReport report) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("folder", report.folder().toString());
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

  static Json of(CacheVerification found) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("entries", found.entries());
          json.writeArrayFieldStart("removed");
          for (CacheEntry entry : found.removed()) {
            json.writeString(entry.file().toString());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  static Json ofRemoved(int entries) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeNumberField("removed", entries);
          json.writeEndObject();
        });
  }
}
