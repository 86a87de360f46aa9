package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.classfile.ClassFileSupport;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Reads class files with ASM, which trusts them: so what it would stumble over beyond a plain
 * exception, a size that leads out of the file, is checked before; and so is whether the ASM that
 * is there reads class files of that release at all.
 */
final class AsmClassFileReader implements ClassFileReader {

  static final int API = Opcodes.ASM9;

  @Override
  public Try<ClassAbi> abi(ClassFile classFile) {
    return read(classFile, () -> AbiReading::abi);
  }

  @Override
  public Try<ClassReferences> references(ClassFile classFile) {
    return read(classFile, () -> ReferenceReading::references);
  }

  @Override
  public Try<SortedSet<String>> privateMembers(ClassFile classFile) {
    return read(classFile, () -> UnseenMemberReading::members);
  }

  @Override
  public Try<ClassFileSupport> support() {
    return Try.success(AsmLibrary.support());
  }

  // What is made of an ASM that lacks a class is not even linked before it is known to be there.
  private <T> Try<T> read(ClassFile classFile, Supplier<Function<ClassReader, T>> reading) {
    Option<String> unsupported = AsmLibrary.support().whyUnreadable(classFile);
    if (unsupported.isDefined()) {
      return unreadable(classFile, unsupported.get(), null);
    }
    byte[] bytes = classFile.bytes().toByteArray();
    try {
      ClassFileStructure.check(bytes);
      ClassReader reader = new ClassReader(bytes);
      requireClass(reader, classFile.binaryName());
      return Try.success(reading.get().apply(reader));
    } catch (Malformed e) {
      return unreadable(classFile, e.getMessage(), null);
    } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
      // ASM documents no exception: what a malformed file leads to is an index that is out of
      // bounds, a constant of a wrong kind, an instruction that there is not, or a constant that is
      // made of itself.
      return unreadable(classFile, "is malformed", e);
    } catch (LinkageError e) {
      return unreadable(
          classFile, "cannot be read, since " + AsmLibrary.support().reader() + " lacks " + e, e);
    }
  }

  private static void requireClass(ClassReader reader, String binaryName) {
    if ((reader.getAccess() & Opcodes.ACC_MODULE) != 0) {
      throw new Malformed("declares a module, not a class");
    }
    String name = reader.getClassName();
    if (!name.replace('/', '.').equals(binaryName) || name.indexOf('.') >= 0) {
      throw new Malformed("is the class file of another class, " + name.replace('/', '.'));
    }
  }

  private static <T> Try<T> unreadable(
      ClassFile classFile, @Nullable String reason, @Nullable Throwable cause) {
    return Try.failure(
        new UnreadableClass(
            classFile.binaryName(), reason == null ? "is malformed" : reason, cause));
  }
}
