package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.testkit.SampleArtifacts;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link ArtifactCodec} does. */
public abstract class ArtifactCodecContract {

  /** The file that errors name; there is none such. */
  protected static final String FILE = "plugins/pricing.jar";

  private static final int OTHER_FORMAT = Provenance.FORMAT_VERSION + 1;

  /** Makes the contract test. */
  protected ArtifactCodecContract() {}

  /**
   * Returns the subject.
   *
   * @return the codec, the same one throughout a test
   */
  protected abstract ArtifactCodec codec();

  /**
   * Makes an intact artifact of a format that is not understood.
   *
   * @param format the format's version
   * @return its bytes
   */
  protected abstract Bytes artifactOfFormat(int format);

  @Test
  final void decode_whatWasEncoded_givesTheArtifact() {
    for (Artifact artifact : samples()) {
      Bytes bytes = codec().encode(artifact).get();

      Try<Artifact> decoded = codec().decode(FILE, bytes);

      assertThat(decoded.get()).isEqualTo(artifact);
    }
  }

  @Test
  final void encode_equalArtifacts_givesEqualBytes() {
    Bytes once = codec().encode(SampleArtifacts.pricing()).get();
    Bytes again = codec().encode(SampleArtifacts.pricing()).get();

    assertThat(again).isEqualTo(once);
  }

  @Test
  final void encode_differentArtifacts_givesDifferentBytes() {
    List<Bytes> encoded =
        samples().stream().map(artifact -> codec().encode(artifact).get()).toList();

    assertThat(encoded).doesNotHaveDuplicates();
  }

  @Test
  final void decode_foreignBytes_isNotAnArtifact() {
    List<Bytes> foreign =
        Stream.of("", "P", "text", "PK\u0003\u0004", "class Hello {}\n")
            .map(Bytes::ofUtf8)
            .toList();
    for (Bytes bytes : foreign) {
      Try<Artifact> decoded = codec().decode(FILE, bytes);

      assertThat(decoded.getCause())
          .isInstanceOfSatisfying(
              NotAnArtifact.class, error -> assertThat(error.place()).isEqualTo(FILE));
      assertThat(decoded.getCause()).hasMessageStartingWith(FILE + ": ");
    }
  }

  @Test
  final void decode_lastByteMissing_isArtifactCorrupt() {
    byte[] bytes = codec().encode(SampleArtifacts.hello()).get().toByteArray();

    Try<Artifact> decoded = codec().decode(FILE, Bytes.of(Arrays.copyOf(bytes, bytes.length - 1)));

    assertThat(decoded.getCause())
        .isInstanceOfSatisfying(
            ArtifactCorrupt.class,
            error -> {
              assertThat(error.place()).isEqualTo(FILE);
              assertThat(error.difference()).isNotBlank();
              assertThat(error).hasMessageStartingWith(FILE + ": ");
            });
  }

  @Test
  final void decode_byteAdded_isArtifactCorrupt() {
    byte[] bytes = codec().encode(SampleArtifacts.hello()).get().toByteArray();

    Try<Artifact> decoded = codec().decode(FILE, Bytes.of(Arrays.copyOf(bytes, bytes.length + 1)));

    assertThat(decoded.getCause()).isInstanceOf(ArtifactCorrupt.class);
  }

  @Test
  final void decode_anyByteChanged_isRefused() {
    byte[] bytes = codec().encode(SampleArtifacts.hello()).get().toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;

      Try<Artifact> decoded = codec().decode(FILE, Bytes.of(changed));

      assertThat(decoded.getCause())
          .describedAs("byte %d", i)
          .isInstanceOfAny(ArtifactCorrupt.class, NotAnArtifact.class);
    }
  }

  @Test
  final void decode_otherFormat_isContextMismatch() {
    Try<Artifact> decoded = codec().decode(FILE, artifactOfFormat(OTHER_FORMAT));

    assertThat(decoded.getCause())
        .isInstanceOfSatisfying(
            ContextMismatch.class,
            error -> {
              assertThat(error.artifact()).isEqualTo(FILE);
              assertThat(error.differences())
                  .containsExactly(
                      new Difference(
                          Difference.Kind.FORMAT,
                          "artifact format",
                          Integer.toString(OTHER_FORMAT),
                          Integer.toString(Provenance.FORMAT_VERSION),
                          "built with %d, and this build of Loadstone reads %d only"
                              .formatted(OTHER_FORMAT, Provenance.FORMAT_VERSION)));
            });
  }

  private static List<Artifact> samples() {
    return List.of(
        SampleArtifacts.hello(),
        SampleArtifacts.pricing(SourceRetention.KEPT),
        SampleArtifacts.pricing(SourceRetention.OMITTED));
  }
}
