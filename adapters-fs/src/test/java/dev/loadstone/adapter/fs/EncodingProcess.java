package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Digest;
import dev.loadstone.testkit.SampleArtifacts;

/** Prints the digest of a sample's bytes. */
final class EncodingProcess {

  static final String GOLDEN_DIGEST =
      "68747b33d4820626691558732b37c2bdfc16d946007dbf929bdd00d962ad37c8";

  private EncodingProcess() {}

  public static void main(String[] arguments) {
    System.out.println(
        Digest.of(new JarArtifactCodec().encode(SampleArtifacts.pricing()).get()).hex());
  }
}
