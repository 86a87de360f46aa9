package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactCodec;

/** Makes the port that this module implements. */
public final class JarAdapter {

  private JarAdapter() {}

  /**
   * Makes the codec.
   *
   * @return a codec, which has no state and is safe for use by many threads
   */
  public static ArtifactCodec artifactCodec() {
    return new JarArtifactCodec();
  }

  /**
   * Returns the bytes that every artifact begins with, so that a large file that is not one need
   * not be read whole.
   *
   * @return the bytes, which are the same in every format
   */
  public static Bytes beginning() {
    return JarArtifactCodec.BEGINNING;
  }
}
