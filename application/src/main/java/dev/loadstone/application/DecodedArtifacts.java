package dev.loadstone.application;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactCodec;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decodes artifacts, and remembers those that were decoded lately: where the bytes that were read
 * from a place now are equal to those that were decoded then, so is the artifact. Whether a file
 * has changed is never guessed from its time or size.
 *
 * <p>What is remembered is given up when memory is short, and is bounded: the artifacts that were
 * asked for last stay. Safe for use by many threads.
 */
public final class DecodedArtifacts {

  /** Some hundred plugins as people write them; a plugin has a few ten thousand bytes. */
  private static final long MOST_BYTES = 16L << 20;

  private static final int MOST_PLACES = 512;

  private final ArtifactCodec codec;
  private final long mostBytes;
  // In the order in which they were asked for.
  private final Map<String, Remembered> byPlace = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * Remembers nothing yet.
   *
   * @param codec the artifact's form
   */
  public DecodedArtifacts(ArtifactCodec codec) {
    this(codec, MOST_BYTES);
  }

  /**
   * Decodes each artifact anew: for whoever reads many once, and would displace what is asked for
   * often.
   *
   * @param codec the artifact's form
   * @return what remembers nothing
   */
  static DecodedArtifacts rememberingNone(ArtifactCodec codec) {
    return new DecodedArtifacts(codec, 0);
  }

  DecodedArtifacts(ArtifactCodec codec, long mostBytes) {
    this.codec = Objects.requireNonNull(codec, "codec");
    this.mostBytes = mostBytes;
  }

  /**
   * Reads an artifact as {@link ArtifactCodec#decode} does. A failure is not remembered.
   *
   * @param place where the bytes come from, a file or an entry of a cache
   * @param content the bytes
   * @return the artifact, or the error of {@link ArtifactCodec#decode}
   */
  public Try<Artifact> decode(String place, Bytes content) {
    Option<Decoded> last = find(place);
    if (last.isDefined() && last.get().content().equals(content)) {
      return Try.success(last.get().artifact());
    }
    Try<Artifact> decoded = codec.decode(place, content);
    if (decoded.isSuccess() && content.size() <= mostBytes) {
      remember(place, new Decoded(content, decoded.get()));
    }
    return decoded;
  }

  private synchronized Option<Decoded> find(String place) {
    Remembered last = byPlace.get(place);
    return last == null ? Option.none() : Option.of(last.decoded.get());
  }

  private synchronized void remember(String place, Decoded decoded) {
    Remembered now = new Remembered(decoded);
    Remembered before = byPlace.put(place, now);
    bytes += now.size - (before == null ? 0 : before.size);
    Iterator<Remembered> eldest = byPlace.values().iterator();
    while (bytes > mostBytes || byPlace.size() > MOST_PLACES) {
      bytes -= eldest.next().size;
      eldest.remove();
    }
  }

  private record Decoded(Bytes content, Artifact artifact) {}

  /** The size is still known when the content has been given up. */
  private static final class Remembered {

    private final int size;
    private final SoftReference<@Nullable Decoded> decoded;

    Remembered(Decoded decoded) {
      this.size = decoded.content().size();
      this.decoded = new SoftReference<>(decoded);
    }
  }
}
