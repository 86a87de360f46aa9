package dev.loadstone.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.loadstone.domain.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Diagnostics as a JSON array of objects with the names of the accessors. */
public final class DiagnosticsJson {

  /** The names that each object has, and no others. */
  public static final Set<String> NAMES =
      Set.of(
          "severity",
          "code",
          "message",
          "source",
          "line",
          "column",
          "sourceLine",
          "firstColumn",
          "lint");

  private DiagnosticsJson() {}

  static Json of(List<Diagnostic> diagnostics) {
    return Json.of(
        json -> {
          json.writeStartArray();
          for (Diagnostic diagnostic : diagnostics) {
            write(diagnostic, json);
          }
          json.writeEndArray();
        });
  }

  private static void write(Diagnostic diagnostic, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("severity", diagnostic.severity().name());
    json.writeStringField("code", diagnostic.code());
    json.writeStringField("message", diagnostic.message());
    json.writeStringField("source", diagnostic.source());
    json.writeNumberField("line", diagnostic.line());
    json.writeNumberField("column", diagnostic.column());
    json.writeStringField("sourceLine", diagnostic.sourceLine());
    json.writeNumberField("firstColumn", diagnostic.firstColumn());
    json.writeStringField("lint", diagnostic.lint());
    json.writeEndObject();
  }
}
