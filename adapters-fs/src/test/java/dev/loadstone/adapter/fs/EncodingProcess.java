package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Digest;
import dev.loadstone.testkit.SampleArtifacts;

/** Prints the digest of a sample's bytes. */
final class EncodingProcess {

  static final String GOLDEN_DIGEST =
      "446334729da3341cedfdfdaeac70ec569e788fc4835a4aebe002fbb18ac8af50";

  private EncodingProcess() {}

  public static void main(String[] arguments) {
    System.out.println(
        Digest.of(new JarArtifactCodec().encode(SampleArtifacts.pricing()).get()).hex());
  }
}
