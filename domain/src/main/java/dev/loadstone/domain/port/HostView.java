package dev.loadstone.domain.port;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.Hiding;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/**
 * The one answer to "which classes exist for a plugin?", beside the JDK's own: what the host's
 * class loader gives, minus what is not allowed and what a named module does not export.
 *
 * <p>Classes in the unnamed package do not exist here, nor do classes of the JDK, nor those of the
 * host in a package that is hidden: one that {@link AllowedPackages} does not contain, or that a
 * named module exports neither to everybody nor to all unnamed modules.
 *
 * <p>Where the host cannot be asked, calls fail with {@link dev.loadstone.domain.error.HostFailed}.
 */
public interface HostView {

  /**
   * Lists the host's classes in a package, as far as they can be listed.
   *
   * @param packageName the package; none is in the unnamed one
   * @return binary names, nested classes included, sorted, without duplicates; empty for a package
   *     without classes that can be listed
   */
  Try<List<String>> classesIn(String packageName);

  /**
   * Returns whether {@link #classesIn} lists every class of a package. Where it does not, the host
   * may have more, which {@link #classFile} finds by name.
   *
   * @param packageName the package
   * @return whether all are listed
   */
  Try<Boolean> listsAll(String packageName);

  /**
   * Reads the class file of a host class, as the host's class loader would find it.
   *
   * @param binaryName the binary name of a class
   * @return the class file, or none where the host has no such class
   */
  Try<Option<ClassFile>> classFile(String binaryName);

  /**
   * {@return whether a package is taken: whether the JDK, exported or not, or the host, hidden or
   * not, has classes in it} Where a package cannot be listed, a snapshot knows of the classes that
   * it was asked for.
   *
   * @param packageName a named package
   */
  Try<Boolean> hasPackage(String packageName);

  /**
   * Returns why a package is hidden.
   *
   * @param packageName a package
   * @return the reason, or none where the package is not hidden or the host is not known to have
   *     classes in it
   */
  Try<Option<Hiding>> hiddenBy(String packageName);

  /**
   * Returns why a class that the host's loader gives does not exist here. May have that loader load
   * the class, which initializes nothing: to be asked where something has failed.
   *
   * @param binaryName the binary name of a class
   * @return the reason, or none where the class exists, or the host's loader does not give it
   */
  Try<Option<Hiding>> hidingOf(String binaryName);

  /**
   * Reads the class file of a host class as the host's own classes find it, in a hidden package
   * too: what they name is looked for through the host's loader, whatever exists for plugins.
   *
   * @param binaryName the binary name of a class
   * @return the class file, or none where the host has no such class
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
