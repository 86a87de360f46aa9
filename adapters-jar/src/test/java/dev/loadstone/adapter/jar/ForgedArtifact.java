package dev.loadstone.adapter.jar;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.content.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An artifact that somebody changed who knows the format, and so made a sound ZIP of it again. */
final class ForgedArtifact {

  private static final int PROVENANCE = 1;

  private final List<ZipMember> members;

  private ForgedArtifact(List<ZipMember> members) {
    this.members = members;
  }

  static ForgedArtifact of(Artifact artifact) {
    Bytes bytes = new JarArtifactCodec().encode(artifact).get();
    return new ForgedArtifact(ForeignZips.members(bytes));
  }

  ForgedArtifact withMembers(UnaryOperator<List<ZipMember>> change) {
    return new ForgedArtifact(change.apply(new ArrayList<>(members)));
  }

  /** Replaces lines of the provenance, and makes its digest right again. */
  ForgedArtifact withProvenanceLine(String line, String replacement) {
    return withProvenance(
        text -> {
          if (!("\n" + text).contains("\n" + line + "\n")) {
            throw new IllegalArgumentException("no line '" + line + "' in\n" + text);
          }
          return ("\n" + text).replace("\n" + line + "\n", "\n" + replacement + "\n").substring(1);
        });
  }

  /** Changes the provenance above its last line, and makes that right again. */
  ForgedArtifact withProvenance(UnaryOperator<String> change) {
    String text = members.get(PROVENANCE).content().toUtf8String();
    String above = text.substring(0, text.lastIndexOf("digest "));
    return withMember(PROVENANCE, ProvenanceSeal.seal(change.apply(above)));
  }

  ForgedArtifact withMember(int index, Bytes content) {
    return withMembers(
        changed -> {
          changed.set(index, new ZipMember(changed.get(index).name(), content));
          return changed;
        });
  }

  Bytes bytes() {
    return CanonicalZip.of(members);
  }
}
