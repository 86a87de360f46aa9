package dev.loadstone.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/** Recognises what {@link DiagnosticsJson} wrote, by reading all of it. */
final class WrittenReport {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

  private WrittenReport() {}

  /** Returns whether the stream holds a report and nothing else; it stays open. */
  static boolean isAllOf(InputStream stream) throws IOException {
    try (JsonParser json = FACTORY.createParser(stream)) {
      return json.nextToken() == JsonToken.START_ARRAY
          && isArrayOfDiagnostics(json)
          && json.nextToken() == null;
    } catch (JsonProcessingException | CharConversionException e) {
      return false;
    }
  }

  private static boolean isArrayOfDiagnostics(JsonParser json) throws IOException {
    JsonToken next = json.nextToken();
    while (next == JsonToken.START_OBJECT) {
      if (!isDiagnostic(json)) {
        return false;
      }
      next = json.nextToken();
    }
    return next == JsonToken.END_ARRAY;
  }

  private static boolean isDiagnostic(JsonParser json) throws IOException {
    Set<String> names = new HashSet<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      if (!names.add(json.currentName()) || !json.nextToken().isScalarValue()) {
        return false;
      }
    }
    return names.equals(DiagnosticsJson.NAMES);
  }
}
