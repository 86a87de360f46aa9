package dev.loadstone.testkit;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.testkit.contract.ArtifactCodecContract;

final class InMemoryArtifactCodecTest extends ArtifactCodecContract {

  private final InMemoryArtifactCodec codec = new InMemoryArtifactCodec();

  @Override
  protected ArtifactCodec codec() {
    return codec;
  }

  @Override
  protected Bytes artifactOfFormat(int format) {
    Artifact artifact = SampleArtifacts.hello();
    Provenance known = artifact.provenance();
    Provenance unknown =
        new Provenance(
            format,
            known.context(),
            known.settings(),
            known.contract(),
            known.request(),
            known.launch(),
            known.content(),
            known.dependencies());
    return codec
        .encode(
            new Artifact(
                unknown,
                artifact.classFiles(),
                artifact.sources(),
                artifact.recordedAbis(),
                artifact.warnings()))
        .get();
  }
}
