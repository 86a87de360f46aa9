package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Digest;
import dev.loadstone.testkit.SampleArtifacts;

/** Prints the digest of a sample's bytes. */
final class EncodingProcess {

  static final String GOLDEN_DIGEST =
      "524db9742796ad174cc5a094c2fc6f32dbaeea25ea71fa45210bddfbd0e6aca8";

  private EncodingProcess() {}

  public static void main(String[] arguments) {
    System.out.println(
        Digest.of(new JarArtifactCodec().encode(SampleArtifacts.pricing()).get()).hex());
  }
}
