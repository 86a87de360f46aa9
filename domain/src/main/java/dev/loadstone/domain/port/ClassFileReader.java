package dev.loadstone.domain.port;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.classfile.ClassFileSupport;
import io.vavr.control.Try;
import java.util.SortedSet;

/**
 * Reads what class files say about classes. A failure is a {@link
 * dev.loadstone.domain.abi.UnreadableClass}.
 */
public interface ClassFileReader {

  /**
   * Returns what reads the class files, and up to which release. The answer does not change within
   * a process.
   *
   * @return what no call of this reader exceeds
   */
  Try<ClassFileSupport> support();

  /**
   * Reads what other classes can see of a class.
   *
   * @param classFile the class file
   * @return its ABI; a failure for what is no class file, is malformed, declares a module or
   *     another class than its name says, or has a version that is not understood
   */
  Try<ClassAbi> abi(ClassFile classFile);

  /**
   * Reads what a class asks of others.
   *
   * @param classFile the class file
   * @return its references, or a failure as for the ABI
   */
  Try<ClassReferences> references(ClassFile classFile);

  /**
   * Reads which members of a class its ABI leaves out, since no other class can use them: private
   * ones, and synthetic ones that are no bridges. They still hide what the class inherits, when
   * another class looks for a member by its name and descriptor (JVMS 5.4.3.2, 5.4.3.3).
   *
   * @param classFile the class file
   * @return {@code name:descriptor} of each such field, {@code name} followed by the descriptor of
   *     each such method or constructor, sorted; or a failure as for the ABI
   */
  Try<SortedSet<String>> privateMembers(ClassFile classFile);
}
