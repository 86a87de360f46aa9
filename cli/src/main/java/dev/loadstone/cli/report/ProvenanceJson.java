package dev.loadstone.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.loadstone.domain.artifact.ContentDigests;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.compilation.ProcessorDigest;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A provenance as a JSON object with the names of the accessors. Settings, launch and content are
 * not objects of their own: what they group stands beside the rest. What is not recorded is left
 * out.
 */
public final class ProvenanceJson {

  private ProvenanceJson() {}

  /**
   * Writes a provenance.
   *
   * @param provenance the provenance
   * @return a JSON object
   */
  public static Json of(Provenance provenance) {
    return Json.of(json -> write(provenance, json));
  }

  private static void write(Provenance provenance, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("formatVersion", provenance.formatVersion());
    context(provenance.context(), json);
    json.writeNumberField("release", provenance.settings().release());
    strings("options", provenance.settings().options(), json);
    json.writeArrayFieldStart("processors");
    for (ProcessorDigest processor : provenance.settings().processors()) {
      named(processor.name(), processor.digest(), json);
    }
    json.writeEndArray();
    json.writeStringField("contract", provenance.contract().displayName());
    json.writeStringField("request", provenance.request().toString());
    json.writeStringField("mainClass", provenance.mainClass());
    start(provenance.launch().start(), json);
    content(provenance.content(), json);
    dependencies(provenance.dependencies(), json);
    json.writeEndObject();
  }

  private static void start(Start start, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("start");
    if (start instanceof Start.Program program) {
      json.writeStringField("form", program.form().text());
      json.writeNumberField("line", program.line());
      json.writeNumberField("column", program.column());
    } else {
      json.writeStringField("form", "value");
    }
    json.writeEndObject();
  }

  private static void content(ContentDigests content, JsonGenerator json) throws IOException {
    digests("classFiles", content.classFiles(), json);
    sources("sources", content.sources(), json);
    json.writeStringField("retention", content.retention().name());
    json.writeObjectFieldStart("generated");
    sources("sources", content.generated().sources(), json);
    digests("resources", content.generated().resources(), json);
    json.writeEndObject();
    digest("recordedAbis", content.recordedAbis(), json);
    digest("warnings", content.warnings(), json);
  }

  private static void sources(String name, List<SourceDigest> sources, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (SourceDigest source : sources) {
      named(source.name(), source.digest(), json);
    }
    json.writeEndArray();
  }

  private static void named(String name, Digest digest, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("digest", digest.toString());
    json.writeEndObject();
  }

  private static void digest(String name, Option<Digest> digest, JsonGenerator json)
      throws IOException {
    if (digest.isDefined()) {
      json.writeStringField(name, digest.get().toString());
    }
  }

  private static void dependencies(HostDependencies dependencies, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("dependencies");
    json.writeObjectFieldStart("classes");
    for (Map.Entry<String, ClassDigests> each : dependencies.classes().entrySet()) {
      json.writeObjectFieldStart(each.getKey());
      json.writeStringField("abi", each.getValue().abi().toString());
      json.writeStringField("classFile", each.getValue().classFile().toString());
      json.writeEndObject();
    }
    json.writeEndObject();
    strings("absentClasses", dependencies.absentClasses(), json);
    json.writeArrayFieldStart("constants");
    for (InlinedConstant constant : dependencies.constants()) {
      json.writeStartObject();
      json.writeStringField("owner", constant.owner());
      json.writeStringField("field", constant.field());
      json.writeStringField("value", constant.value().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("inheritedMembers");
    for (InheritedMember member : dependencies.inheritedMembers()) {
      json.writeStartObject();
      json.writeStringField("owner", member.owner());
      json.writeStringField("name", member.name());
      json.writeStringField("descriptor", member.descriptor());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void digests(String name, Map<String, Digest> digests, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Digest> each : digests.entrySet()) {
      json.writeStringField(each.getKey(), each.getValue().toString());
    }
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
    json.writeStringField("libraryBuild", context.runtime().library());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void strings(String name, Collection<String> values, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
