package dev.loadstone.cli.report;

import dev.loadstone.domain.context.Difference;
import java.util.List;

/** Differences as a JSON array of objects with the names of the accessors. */
public final class DifferencesJson {

  private DifferencesJson() {}

  /**
   * Writes differences.
   *
   * @param differences the differences, in their order
   * @return a JSON array
   */
  public static Json of(List<Difference> differences) {
    return Json.of(
        json -> {
          json.writeStartArray();
          for (Difference difference : differences) {
            json.writeStartObject();
            json.writeStringField("kind", difference.kind().name());
            json.writeStringField("subject", difference.subject());
            json.writeStringField("builtWith", difference.builtWith());
            json.writeStringField("foundNow", difference.foundNow());
            json.writeStringField("description", difference.description());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
