package dev.loadstone.domain.linkage;

import dev.loadstone.domain.abi.ClassAbi;
import io.vavr.control.Option;
import java.util.SortedSet;

/** The classes that there are for a plugin now: the host's, and the JDK's. */
public interface ClassLookup {

  /**
   * Finds a class.
   *
   * @param binaryName its binary name
   * @return its ABI; none where there is no such class, it cannot be read, or it does not exist for
   *     plugins
   */
  Option<ClassAbi> find(String binaryName);

  /**
   * Tells why a class that exists is not found.
   *
   * @param binaryName its binary name
   * @return why it cannot be read, as words that follow its name; none for all other classes
   */
  Option<String> unreadable(String binaryName);

  /**
   * Tells whose a class is.
   *
   * @param binaryName the binary name of a class that is found
   * @return whether it is one of the JDK
   */
  boolean isOfJdk(String binaryName);

  /**
   * Tells which members a class has that its ABI leaves out.
   *
   * @param binaryName the binary name of a class that is found
   * @return fields and methods, as {@link dev.loadstone.domain.port.ClassFileReader#privateMembers}
   *     gives them
   */
  SortedSet<String> privateMembers(String binaryName);
}
