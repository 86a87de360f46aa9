package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.control.Try;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The ABIs of a host's classes and of the JDK's, each read once for one content, and shared by all
 * compilations and loads. Safe for use by many threads.
 *
 * <p>Digests are kept, ABIs as long as memory allows, contents and failures not at all. A class
 * file is known again by being the same object, otherwise by its bytes' digest, which costs a small
 * part of what reading the ABI does.
 */
public final class HostAbis {

  private final ClassFileReader classFiles;
  private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

  /**
   * Makes the ABIs of one host.
   *
   * @param classFiles reads the class files
   */
  public HostAbis(ClassFileReader classFiles) {
    this.classFiles = Objects.requireNonNull(classFiles, "classFiles");
  }

  /**
   * Returns the digest of a class's ABI.
   *
   * @param classFile its class file
   * @return the digest, or the failure of {@link ClassFileReader#abi}
   */
  Try<Digest> digest(ClassFile classFile) {
    return known(classFile).digest(classFile, classFiles);
  }

  /**
   * {@return the digest of a class file's bytes}
   *
   * @param classFile the class file
   */
  Digest contentDigest(ClassFile classFile) {
    return known(classFile).content;
  }

  /**
   * Returns a class's ABI.
   *
   * @param classFile its class file
   * @return the ABI, or the failure of {@link ClassFileReader#abi}
   */
  Try<ClassAbi> abi(ClassFile classFile) {
    return known(classFile).abi(classFile, classFiles);
  }

  /**
   * Returns what {@link ClassFileReader#privateMembers} gives.
   *
   * @param classFile the class file
   * @return the members, or its failure
   */
  Try<SortedSet<String>> privateMembers(ClassFile classFile) {
    return known(classFile).privateMembers(classFile, classFiles);
  }

  private Known known(ClassFile classFile) {
    Known last = known.get(classFile.binaryName());
    if (last != null && last.seen.refersTo(classFile.bytes())) {
      return last;
    }
    Digest content = Digest.of(classFile.bytes());
    if (last != null && last.content.equals(content)) {
      last.seen = new WeakReference<>(classFile.bytes());
      return last;
    }
    Known now = new Known(classFile, content);
    known.put(classFile.binaryName(), now);
    return now;
  }

  /** What is known of one content. Two threads may find out the same. */
  private static final class Known {

    private final Digest content;
    private volatile WeakReference<@Nullable Bytes> seen;
    private volatile @Nullable Digest digest;
    private volatile SoftReference<@Nullable ClassAbi> abi = new SoftReference<>(null);
    private volatile @Nullable SortedSet<String> privateMembers;

    Known(ClassFile classFile, Digest content) {
      this.content = content;
      this.seen = new WeakReference<>(classFile.bytes());
    }

    Try<Digest> digest(ClassFile classFile, ClassFileReader classFiles) {
      Digest last = digest;
      return last == null
          ? abi(classFile, classFiles).map(ClassAbi::digest).peek(read -> digest = read)
          : Try.success(last);
    }

    Try<ClassAbi> abi(ClassFile classFile, ClassFileReader classFiles) {
      ClassAbi last = abi.get();
      return last == null
          ? classFiles.abi(classFile).peek(read -> abi = new SoftReference<>(read))
          : Try.success(last);
    }

    Try<SortedSet<String>> privateMembers(ClassFile classFile, ClassFileReader classFiles) {
      SortedSet<String> last = privateMembers;
      return last == null
          ? classFiles.privateMembers(classFile).peek(read -> privateMembers = read)
          : Try.success(last);
    }
  }
}
