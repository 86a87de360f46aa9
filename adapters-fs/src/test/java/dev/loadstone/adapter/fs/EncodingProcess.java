package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Digest;
import dev.loadstone.testkit.SampleArtifacts;

/** Prints the digest of a sample's bytes. */
final class EncodingProcess {

  static final String GOLDEN_DIGEST =
      "b2d6f854ace723827672d1e992f838f60e6ba22b2101dfc5ebec47c3eeb67884";

  private EncodingProcess() {}

  public static void main(String[] arguments) {
    System.out.println(
        Digest.of(new JarArtifactCodec().encode(SampleArtifacts.pricing()).get()).hex());
  }
}
