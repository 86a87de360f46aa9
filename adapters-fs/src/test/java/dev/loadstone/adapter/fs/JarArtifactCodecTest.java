package dev.loadstone.adapter.fs;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.testkit.SampleArtifacts;
import dev.loadstone.testkit.contract.ArtifactCodecContract;

final class JarArtifactCodecTest extends ArtifactCodecContract {

  private final ArtifactCodec codec = new JarArtifactCodec();

  @Override
  protected ArtifactCodec codec() {
    return codec;
  }

  @Override
  protected Bytes artifactOfFormat(int format) {
    return ForgedArtifact.of(SampleArtifacts.hello())
        .withProvenanceLine("format 1", "format " + format)
        .bytes();
  }
}
