package dev.loadstone.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * One JSON value as a text of printable ASCII, which every terminal's and pipe's encoding leaves
 * intact.
 */
public final class Json {

  /** Writes one value. */
  interface Value {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final String DELETE = "\u007f";

  private final String text;

  private Json(String text) {
    this.text = text;
  }

  static Json of(Value value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      value.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    // Of ASCII's controls the only one that JSON need not escape.
    return new Json(text.toString().replace(DELETE, "\\u007f"));
  }

  @Override
  public String toString() {
    return text;
  }
}
