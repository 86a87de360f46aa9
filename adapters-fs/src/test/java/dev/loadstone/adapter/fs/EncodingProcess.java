package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Digest;
import dev.loadstone.testkit.SampleArtifacts;

/** Prints the digest of a sample's bytes. */
final class EncodingProcess {

  static final String GOLDEN_DIGEST =
      "b00dc2aac8d5f122276cad4684c0e8056c2d04e7e227d52f4895b86cf202c308";

  private EncodingProcess() {}

  public static void main(String[] arguments) {
    System.out.println(
        Digest.of(new JarArtifactCodec().encode(SampleArtifacts.pricing()).get()).hex());
  }
}
