package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.artifact.ContentDigests;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import io.vavr.control.Option;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProvenanceFormsTest {

  private static final Digest DIGEST = Digest.of(Bytes.ofUtf8("x"));
  private static final Digest ABIS = Digest.of(Bytes.ofUtf8("abis"));
  private static final Digest WARNINGS = Digest.of(Bytes.ofUtf8("warnings"));
  private static final Digest REQUEST = Digest.of(Bytes.ofUtf8("request"));

  private static final ClassDigests DIGESTS =
      new ClassDigests(DIGEST, Digest.of(Bytes.ofUtf8("class file")));
  private static final Map<String, String> SHOWN =
      Map.of("abi", DIGEST.toString(), "classFile", DIGESTS.classFile().toString());

  private static final Set<Class<?>> GROUPS =
      Set.of(EffectiveSettings.class, Launch.class, ContentDigests.class);

  private static final ContentDigests CONTENT =
      new ContentDigests(
          new TreeMap<>(Map.of("com.acme.Main", DIGEST, "com.acme.Main$Line", DIGEST)),
          List.of(new SourceDigest("com/acme/Main.java", DIGEST)),
          SourceRetention.KEPT,
          Option.some(ABIS),
          Option.some(WARNINGS));
  private static final Provenance PROVENANCE = provenance(CONTENT);

  private static Provenance provenance(ContentDigests content) {
    return new Provenance(
        1,
        new BuildContext(new CompilerIdentity("javac", "17.0.1"), new RuntimeIdentity(17, DIGEST)),
        new EffectiveSettings(11, List.of("-g", "-parameters")),
        Contract.type("java.lang.Runnable", "java.lang.Runnable"),
        REQUEST,
        new Launch("com.acme.Main", new Start.Value()),
        content,
        new HostDependencies(
            new TreeMap<>(Map.of("com.acme.api.Order", DIGESTS, "com.acme.api.Rule", DIGESTS)),
            new TreeSet<>(Set.of("com.acme.api.Line")),
            new TreeSet<>(Set.of(new InlinedConstant("com.acme.api.Rule", "MAX", Literal.of(5L)))),
            new TreeSet<>(Set.of(new InheritedMember("com.acme.api.Rule", "size", "I")))));
  }

  @Test
  void text_provenance_isCompleteAndAligned() {
    assertThat(ProvenanceText.of(PROVENANCE).toString().lines())
        .containsExactly(
            "main class     com.acme.Main",
            "contract       java.lang.Runnable",
            "start          value",
            "compiler       javac 17.0.1",
            "release        11",
            "options        -g -parameters",
            "Java runtime   release 17",
            "library build  " + DIGEST,
            "request        " + REQUEST,
            "format         1",
            "sources        " + DIGEST + "  com/acme/Main.java",
            "sources kept   yes",
            "classes        " + DIGEST + "  com.acme.Main",
            "               " + DIGEST + "  com.acme.Main$Line",
            "host ABIs      " + ABIS,
            "warnings       " + WARNINGS,
            "host classes   " + DIGEST + "  com.acme.api.Order",
            "               " + DIGEST + "  com.acme.api.Rule",
            "not found      com.acme.api.Line",
            "constants      com.acme.api.Rule.MAX = 5L",
            "inherited      com.acme.api.Rule.size I");
  }

  @Test
  void forms_contentLeftOut_sayThatThereIsNone() {
    Provenance provenance =
        provenance(
            new ContentDigests(
                CONTENT.classFiles(),
                CONTENT.sources(),
                SourceRetention.OMITTED,
                Option.none(),
                Option.none()));

    assertThat(ProvenanceText.of(provenance).toString().lines())
        .contains("sources kept   no", "host ABIs      none", "warnings       none");
    assertThat(ParsedJson.object(ProvenanceJson.of(provenance)))
        .containsEntry("retention", "OMITTED")
        .doesNotContainKeys("recordedAbis", "warnings");
  }

  @Test
  void json_provenance_hasTheNamesOfTheAccessors() {
    Map<String, Object> object = ParsedJson.object(ProvenanceJson.of(PROVENANCE));

    assertThat(object.keySet())
        .containsExactlyElementsOf(
            Arrays.stream(Provenance.class.getRecordComponents())
                .flatMap(ProvenanceFormsTest::shown)
                .map(RecordComponent::getName)
                .toList());
  }

  private static Stream<RecordComponent> shown(RecordComponent component) {
    return GROUPS.contains(component.getType())
        ? Arrays.stream(component.getType().getRecordComponents())
        : Stream.of(component);
  }

  @Test
  void json_provenance_isComplete() {
    Map<String, Object> object = ParsedJson.object(ProvenanceJson.of(PROVENANCE));

    assertThat(object)
        .containsEntry("formatVersion", 1L)
        .containsEntry(
            "context",
            Map.of(
                "compiler", Map.of("name", "javac", "version", "17.0.1"),
                "runtime", Map.of("featureRelease", 17L, "libraryBuild", DIGEST.toString())))
        .containsEntry("release", 11L)
        .containsEntry("options", List.of("-g", "-parameters"))
        .containsEntry("contract", "java.lang.Runnable")
        .containsEntry("request", REQUEST.toString())
        .containsEntry("mainClass", "com.acme.Main")
        .containsEntry("start", Map.of("form", "value"))
        .containsEntry(
            "classFiles",
            Map.of("com.acme.Main", DIGEST.toString(), "com.acme.Main$Line", DIGEST.toString()))
        .containsEntry(
            "sources", List.of(Map.of("name", "com/acme/Main.java", "digest", DIGEST.toString())))
        .containsEntry("retention", "KEPT")
        .containsEntry("recordedAbis", ABIS.toString())
        .containsEntry("warnings", WARNINGS.toString())
        .containsEntry(
            "dependencies",
            Map.of(
                "classes",
                Map.of("com.acme.api.Order", SHOWN, "com.acme.api.Rule", SHOWN),
                "absentClasses",
                List.of("com.acme.api.Line"),
                "constants",
                List.of(Map.of("owner", "com.acme.api.Rule", "field", "MAX", "value", "5L")),
                "inheritedMembers",
                List.of(Map.of("owner", "com.acme.api.Rule", "name", "size", "descriptor", "I"))));
  }
}
