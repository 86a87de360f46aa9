package dev.loadstone.domain.port;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.RuntimeIdentity;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.SortedSet;

/** The Java runtime with its classes, and the library's own build in it. */
public interface HostRuntime {

  /**
   * Returns which runtime and which build of the library this is. The answer does not change within
   * a process.
   *
   * @return the identity, or {@link dev.loadstone.domain.error.LibraryUnknown}
   */
  Try<RuntimeIdentity> identity();

  /**
   * Returns the runtime's feature release, also where the library's build is unknown.
   *
   * @return the release, such as 17
   */
  default Try<Integer> featureRelease() {
    return identity().map(RuntimeIdentity::featureRelease);
  }

  /**
   * Tells which modules of the JDK plugins can use: those that were resolved when this process
   * started. The answer does not change within a process.
   *
   * @return the names of the modules
   */
  Try<SortedSet<String>> jdkModules();

  /**
   * Reads the class file of a class of the JDK that plugins can use: one whose module was resolved
   * when this process started and exports its package to all. May be asked by many threads. The
   * answer does not change within a process.
   *
   * @param binaryName the binary name of a class
   * @return the class file; none for all other classes, whether or not there are such; a failure is
   *     a {@link dev.loadstone.domain.abi.UnreadableClass}
   */
  Try<Option<ClassFile>> platformClass(String binaryName);

  /**
   * Reads the class file of a class of the JDK as classes of the host and of the JDK find it, in a
   * package that is not exported too: what they inherit from is linked whatever plugins can use.
   * May be asked by many threads. The answer does not change within a process. By default, what
   * {@link #platformClass} gives.
   *
   * @param binaryName the binary name of a class
   * @return the class file; none where no module that was resolved when this process started has
   *     such a class; a failure is a {@link dev.loadstone.domain.abi.UnreadableClass}
   */
  default Try<Option<ClassFile>> platformClassForHost(String binaryName) {
    return platformClass(binaryName);
  }
}
