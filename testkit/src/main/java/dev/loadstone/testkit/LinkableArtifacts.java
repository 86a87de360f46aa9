package dev.loadstone.testkit;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes artifacts of given classes, whose build nobody asks about. */
public final class LinkableArtifacts {

  private static final BuildContext CONTEXT =
      new BuildContext(
          new CompilerIdentity("javac", "17.0.1+1"),
          new RuntimeIdentity(17, Digest.of(Bytes.ofUtf8("a build"))));

  private LinkableArtifacts() {}

  /**
   * Makes an artifact.
   *
   * @param mainClass its main class
   * @param contract what it is built for
   * @param classFiles its classes
   * @param sources its sources
   * @return the artifact
   */
  public static Artifact of(
      String mainClass, Contract contract, List<ClassFile> classFiles, List<SourceEntry> sources) {
    SortedMap<String, Digest> entries = new TreeMap<>();
    classFiles.forEach(file -> entries.put(file.entryName(), Digest.of(file.bytes())));
    sources.forEach(source -> entries.put(source.entryName(), Digest.of(source.content())));
    return new Artifact(
        new Provenance(
            Provenance.FORMAT_VERSION,
            CONTEXT,
            17,
            List.of(),
            contract,
            mainClass,
            entries,
            List.of(),
            List.of()),
        classFiles,
        sources);
  }
}
