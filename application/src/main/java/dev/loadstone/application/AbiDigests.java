package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.Lazy;
import io.vavr.control.Option;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The ABI digests of a host's classes, each computed once for one content, and shared by all
 * compilations and loads. Safe for use by many threads.
 *
 * <p>Contents are not kept. A class file is known again by being the same object, else by its
 * bytes' digest, which costs a small part of what reading the ABI does.
 */
public final class AbiDigests {

  private final ClassFileReader classFiles;
  private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

  /**
   * Makes the digests of one host.
   *
   * @param classFiles reads the class files
   */
  public AbiDigests(ClassFileReader classFiles) {
    this.classFiles = Objects.requireNonNull(classFiles, "classFiles");
  }

  /**
   * Returns the digest of a class's ABI.
   *
   * @param classFile its class file
   * @return the digest; where the class file cannot be read, that of its bytes: strict rather than
   *     unsound
   */
  Digest of(ClassFile classFile) {
    return known(classFile).abi;
  }

  /**
   * Returns what {@link ClassFileReader#privateMembers} gives.
   *
   * @param classFile the class file
   * @return the members; none where the class file cannot be read
   */
  Set<String> unseenMembers(ClassFile classFile) {
    return known(classFile).unseenMembers.get();
  }

  private Known known(ClassFile classFile) {
    Known last = known.get(classFile.binaryName());
    if (last != null && last.seen.refersTo(classFile.bytes())) {
      return last;
    }
    Known now =
        last == null ? read(classFile) : last.ifSame(classFile).getOrElse(() -> read(classFile));
    known.put(classFile.binaryName(), now);
    return now;
  }

  private Known read(ClassFile classFile) {
    Digest content = Digest.of(classFile.bytes());
    return new Known(
        new WeakReference<>(classFile.bytes()),
        content,
        classFiles.abi(classFile).map(ClassAbi::digest).getOrElse(content),
        Lazy.of(() -> classFiles.privateMembers(classFile).getOrElse(new TreeSet<>())));
  }

  private record Known(
      WeakReference<@Nullable Bytes> seen,
      Digest content,
      Digest abi,
      Lazy<SortedSet<String>> unseenMembers) {

    Option<Known> ifSame(ClassFile classFile) {
      return Option.when(
          Digest.of(classFile.bytes()).equals(content),
          () -> new Known(new WeakReference<>(classFile.bytes()), content, abi, unseenMembers));
    }
  }
}
