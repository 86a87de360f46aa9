package dev.loadstone.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ContentDigestsTest {

  private static final Digest DIGEST = new Digest("a".repeat(64));

  @Test
  void new_classFilesChangedAfterwards_keepsAnImmutableCopy() {
    SortedMap<String, Digest> classFiles = new TreeMap<>();
    ContentDigests content =
        new ContentDigests(
            classFiles, List.of(), SourceRetention.OMITTED, Option.none(), Option.none());

    classFiles.put("A", DIGEST);

    assertThat(content.classFiles()).isEmpty();
    assertThatThrownBy(() -> content.classFiles().put("A", DIGEST))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void of_parts_hasTheDigestOfEach() {
    ContentDigests content =
        ContentDigests.of(
            List.of(new ClassFile("p.A", Bytes.ofUtf8("class"))),
            List.of(new SourceEntry("p/A.java", Bytes.ofUtf8("source"))),
            SourceRetention.KEPT,
            new RecordedAbis(Bytes.ofUtf8("abi")),
            new RecordedWarnings(Bytes.ofUtf8("warning")));

    assertThat(content)
        .isEqualTo(
            new ContentDigests(
                new TreeMap<>(Map.of("p.A", Digest.of(Bytes.ofUtf8("class")))),
                List.of(new SourceDigest("p/A.java", Digest.of(Bytes.ofUtf8("source")))),
                SourceRetention.KEPT,
                Option.some(Digest.of(Bytes.ofUtf8("abi"))),
                Option.some(Digest.of(Bytes.ofUtf8("warning")))));
  }

  @Test
  void of_noSourcesAbisAndWarnings_holdsNone() {
    ContentDigests content =
        ContentDigests.of(
            List.of(), List.of(), SourceRetention.KEPT, RecordedAbis.NONE, RecordedWarnings.NONE);

    assertThat(content)
        .isEqualTo(
            new ContentDigests(
                new TreeMap<>(), List.of(), SourceRetention.OMITTED, Option.none(), Option.none()));
  }
}
