package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import io.vavr.control.Option;
import java.util.SortedSet;

/**
 * The classes that there are now: the host's as they see each other, and the JDK's. Some of the
 * host's may be hidden from plugins.
 */
public interface ClassLookup {

  /**
   * Finds a class.
   *
   * @param binaryName its binary name
   * @return its ABI; none where there is no such class, or it cannot be read
   */
  Option<ClassAbi> find(String binaryName);

  /**
   * Tells why a class that exists is not found, or not known as a whole.
   *
   * @param binaryName its binary name
   * @return why it, or which members it hides, cannot be read, as words that follow "its class
   *     file"; none for all other classes
   */
  Option<String> unreadable(String binaryName);

  /**
   * Tells why a class that exists for the host does not exist for plugins.
   *
   * @param binaryName its binary name
   * @return why plugins do not see it, as words that follow its name; none for all other classes
   */
  Option<String> hidden(String binaryName);

  /**
   * Tells whose a class is.
   *
   * @param binaryName the binary name of a class that is found, or cannot be read
   * @return whether it is one of the JDK
   */
  boolean isOfJdk(String binaryName);

  /**
   * Tells which members a class has that its ABI leaves out.
   *
   * @param binaryName the binary name of a class that is found
   * @return fields and methods, as {@link dev.loadstone.domain.port.ClassFileReader#privateMembers}
   *     gives them; none where they cannot be read, and then {@link #unreadable} tells why
   */
  SortedSet<String> privateMembers(String binaryName);
}
