package dev.loadstone.domain.classfile;

import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/**
 * What a host knows of its own classes and its class loader cannot say. A class loader finds a
 * class by its name, lists no package, and may have made a class from bytes that it gives to
 * nobody.
 *
 * <p>A host that knows more implements what it knows: an OSGi bundle lists by its wiring, a host
 * that generates classes keeps their bytes. A class exists for plugins only if the host's loader
 * gives it, whatever is said here. Asked by many threads; a failure is the host's and is handed on
 * as {@link dev.loadstone.domain.error.HostFailed}.
 */
public interface HostClassSource {

  /**
   * Lists the classes in a package.
   *
   * @param packageName a named package
   * @return the binary names of all its classes, nested ones included, in any order; none where
   *     they cannot be listed, so that classes in it are found by name
   */
  default Try<Option<List<String>>> classesIn(String packageName) {
    return Try.success(Option.none());
  }

  /**
   * Gives the class file of a class.
   *
   * @param binaryName the binary name of a class that the host may have
   * @return its bytes; none where the resource that the host's loader gives is to be read
   */
  default Try<Option<Bytes>> classFile(String binaryName) {
    return Try.success(Option.none());
  }
}
