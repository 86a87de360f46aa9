package dev.loadstone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A provenance as a JSON object with the names of the accessors. */
final class ProvenanceJson {

  private ProvenanceJson() {}

  static String of(Provenance provenance) {
    return Json.text(json -> write(provenance, json));
  }

  private static void write(Provenance provenance, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("formatVersion", provenance.formatVersion());
    context(provenance.context(), json);
    json.writeNumberField("release", provenance.release());
    strings("options", provenance.options(), json);
    json.writeStringField("contract", provenance.contract().displayName());
    json.writeStringField("mainClass", provenance.mainClass());
    json.writeObjectFieldStart("entries");
    for (Map.Entry<String, Digest> entry : provenance.entries().entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue().toString());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("sources");
    for (SourceDigest source : provenance.sources()) {
      json.writeStartObject();
      json.writeStringField("entryName", source.entryName());
      json.writeStringField("digest", source.digest().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings("hostClasses", provenance.hostClasses(), json);
    json.writeEndObject();
  }

  private static void context(BuildContext context, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("context");
    json.writeObjectFieldStart("compiler");
    json.writeStringField("name", context.compiler().name());
    json.writeStringField("version", context.compiler().version());
    json.writeEndObject();
    json.writeObjectFieldStart("runtime");
    json.writeNumberField("featureRelease", context.runtime().featureRelease());
    json.writeStringField("libraryBuild", context.runtime().libraryBuild().toString());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void strings(String name, List<String> values, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
