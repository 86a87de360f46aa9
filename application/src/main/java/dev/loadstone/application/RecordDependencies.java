package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out what of the host a compilation depended on. */
public final class RecordDependencies {

  private final ClassFileReader classFiles;
  private final AbiDigests digests;

  /**
   * Makes the use case.
   *
   * @param classFiles reads class files
   * @param digests the digests of the host's classes
   */
  public RecordDependencies(ClassFileReader classFiles, AbiDigests digests) {
    this.classFiles = Objects.requireNonNull(classFiles, "classFiles");
    this.digests = Objects.requireNonNull(digests, "digests");
  }

  /**
   * Records what a compilation depended on.
   *
   * @param compilation the compilation
   * @return what it depended on
   */
  Try<Recorded> record(Compilation compilation) {
    SortedMap<String, Digest> classes = new TreeMap<>();
    List<ClassAbi> abis = new ArrayList<>();
    for (ClassFile used : compilation.usedHostClasses()) {
      classes.put(used.binaryName(), digests.of(used));
      classFiles.abi(used).forEach(abis::add);
    }
    return Try.success(
        new Recorded(
            new HostDependencies(
                classes,
                compilation.absentClasses(),
                compilation.inlinedConstants(),
                new TreeSet<>()),
            RecordedAbis.of(abis)));
  }

  /**
   * What a compilation depended on.
   *
   * @param dependencies the names and digests
   * @param abis the ABIs of the classes among them
   */
  record Recorded(HostDependencies dependencies, RecordedAbis abis) {}
}
