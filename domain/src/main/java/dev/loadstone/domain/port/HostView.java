package dev.loadstone.domain.port;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.AllowedPackages;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/**
 * The one answer to "which classes exist for a plugin?", beside the JDK's own: the host class
 * loader, plus the class path, minus what is not allowed.
 *
 * <p>Classes in the unnamed package do not exist here, nor do classes of the JDK, nor those of the
 * host in a package that {@link AllowedPackages} does not contain: such a package is hidden.
 */
public interface HostView {

  /**
   * Lists the host's classes in a package.
   *
   * @param packageName the package; none is in the unnamed one
   * @return binary names, nested classes included, sorted, without duplicates; empty for a package
   *     without classes
   */
  Try<List<String>> classesIn(String packageName);

  /**
   * Reads the class file of a host class, as the host class loader would find it.
   *
   * @param binaryName the binary name of a class
   * @return the class file, or none where the host has no such class; a failure is a {@link
   *     dev.loadstone.domain.abi.UnreadableClass}
   */
  Try<Option<ClassFile>> classFile(String binaryName);

  /**
   * Tells whether a package is taken: whether the JDK, exported or not, or the host, hidden or not,
   * has classes in it.
   *
   * @param packageName a named package
   * @return whether it is
   */
  Try<Boolean> hasPackage(String packageName);

  /**
   * Tells whether a package is hidden: whether the host has classes in it, which do not exist here
   * as the package is not allowed.
   *
   * @param packageName a package
   * @return what is allowed instead, or none where the package is not hidden
   */
  Try<Option<AllowedPackages>> hiddenBy(String packageName);

  /**
   * Reads the class file of a host class as the host's own classes find it, in a hidden package
   * too: what they name is looked for through the host's loader, whatever exists for plugins.
   *
   * @param binaryName the binary name of a class
   * @return the class file, or none where the host has no such class; a failure where {@link
   *     #classFile} would be one
   */
  Try<Option<ClassFile>> classFileForHost(String binaryName);

  /**
   * Returns this view for one compilation: it answers the same question always alike, whatever
   * changes underneath.
   *
   * @return a view that remembers its answers
   */
  HostView snapshot();
}
