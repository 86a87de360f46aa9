package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.MemberKey;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;

/** Collects the members that {@link AbiReading} leaves out. */
final class UnseenMemberReading extends ClassVisitor {

  private static final int DECLARATIONS =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  private final SortedSet<String> members = new TreeSet<>();

  private UnseenMemberReading() {
    super(AsmClassFileReader.API);
  }

  static SortedSet<String> members(ClassReader reader) {
    UnseenMemberReading reading = new UnseenMemberReading();
    reader.accept(reading, DECLARATIONS);
    return Collections.unmodifiableSortedSet(reading.members);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if (!AccessFlags.isVisible(access)) {
      members.add(MemberKey.of(name, descriptor));
    }
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (!AccessFlags.isVisibleMethod(access)) {
      members.add(MemberKey.of(name, descriptor));
    }
    return null;
  }
}
