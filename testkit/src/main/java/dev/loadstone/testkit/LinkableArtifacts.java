package dev.loadstone.testkit;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.ContentDigests;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.compilation.Start.Form;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import java.util.List;

/** Makes artifacts of given classes, whose build nobody asks about. */
public final class LinkableArtifacts {

  private static final BuildContext CONTEXT =
      new BuildContext(
          new CompilerIdentity("javac", "17.0.1+1"),
          new RuntimeIdentity(17, Digest.of(Bytes.ofUtf8("a build"))));

  private LinkableArtifacts() {}

  /**
   * Makes an artifact. For a side effect, it starts by {@code static main(String[])}.
   *
   * @param mainClass its main class
   * @param contract what it is built for
   * @param classFiles its classes
   * @param sources its sources
   */
  public static Artifact of(
      String mainClass, Contract contract, List<ClassFile> classFiles, List<SourceEntry> sources) {
    Start start =
        contract instanceof Contract.HostType
            ? new Start.Value()
            : new Start.Program(Form.STATIC_MAIN_WITH_ARGUMENTS, 1, 1);
    return artifact(mainClass, contract, start, classFiles, sources);
  }

  /**
   * Makes an artifact that is built for its side effect.
   *
   * @param mainClass its main class
   * @param form what of it runs
   * @param classFiles its classes
   * @param sources its sources
   */
  public static Artifact sideEffect(
      String mainClass, Form form, List<ClassFile> classFiles, List<SourceEntry> sources) {
    Start start = new Start.Program(form, 1, 1);
    return artifact(mainClass, Contract.sideEffect(), start, classFiles, sources);
  }

  private static Artifact artifact(
      String mainClass,
      Contract contract,
      Start start,
      List<ClassFile> classFiles,
      List<SourceEntry> sources) {
    return new Artifact(
        new Provenance(
            Provenance.FORMAT_VERSION,
            CONTEXT,
            new EffectiveSettings(17, List.of()),
            contract,
            Digest.of(Bytes.ofUtf8("a request")),
            new Launch(mainClass, start),
            ContentDigests.of(
                classFiles,
                sources,
                SourceRetention.KEPT,
                RecordedAbis.NONE,
                RecordedWarnings.NONE),
            HostDependencies.NONE),
        classFiles,
        sources,
        RecordedAbis.NONE,
        RecordedWarnings.NONE);
  }
}
