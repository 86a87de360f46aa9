package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Modifiers;
import java.util.EnumSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Access flags as modifiers; a bit means one thing in a class, another in a member. */
final class AccessFlags {

  private AccessFlags() {}

  static Modifiers ofClass(int flags) {
    Set<Modifier> modifiers = common(flags);
    add(modifiers, flags, Opcodes.ACC_INTERFACE, Modifier.INTERFACE);
    add(modifiers, flags, Opcodes.ACC_ANNOTATION, Modifier.ANNOTATION);
    add(modifiers, flags, Opcodes.ACC_ENUM, Modifier.ENUM);
    add(modifiers, flags, Opcodes.ACC_RECORD, Modifier.RECORD);
    add(modifiers, flags, Opcodes.ACC_SYNTHETIC, Modifier.SYNTHETIC);
    return new Modifiers(modifiers);
  }

  static Modifiers ofField(int flags) {
    Set<Modifier> modifiers = common(flags);
    add(modifiers, flags, Opcodes.ACC_VOLATILE, Modifier.VOLATILE);
    add(modifiers, flags, Opcodes.ACC_TRANSIENT, Modifier.TRANSIENT);
    add(modifiers, flags, Opcodes.ACC_ENUM, Modifier.ENUM);
    return new Modifiers(modifiers);
  }

  static Modifiers ofMethod(int flags) {
    Set<Modifier> modifiers = common(flags);
    add(modifiers, flags, Opcodes.ACC_SYNCHRONIZED, Modifier.SYNCHRONIZED);
    add(modifiers, flags, Opcodes.ACC_BRIDGE, Modifier.BRIDGE);
    add(modifiers, flags, Opcodes.ACC_VARARGS, Modifier.VARARGS);
    add(modifiers, flags, Opcodes.ACC_NATIVE, Modifier.NATIVE);
    add(modifiers, flags, Opcodes.ACC_STRICT, Modifier.STRICTFP);
    return new Modifiers(modifiers);
  }

  private static Set<Modifier> common(int flags) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    add(modifiers, flags, Opcodes.ACC_PUBLIC, Modifier.PUBLIC);
    add(modifiers, flags, Opcodes.ACC_PROTECTED, Modifier.PROTECTED);
    add(modifiers, flags, Opcodes.ACC_PRIVATE, Modifier.PRIVATE);
    add(modifiers, flags, Opcodes.ACC_ABSTRACT, Modifier.ABSTRACT);
    add(modifiers, flags, Opcodes.ACC_STATIC, Modifier.STATIC);
    add(modifiers, flags, Opcodes.ACC_FINAL, Modifier.FINAL);
    add(modifiers, flags, Opcodes.ACC_DEPRECATED, Modifier.DEPRECATED);
    return modifiers;
  }

  private static void add(Set<Modifier> modifiers, int flags, int flag, Modifier modifier) {
    if ((flags & flag) != 0) {
      modifiers.add(modifier);
    }
  }

  /** Whether other classes can see a field or class with these flags. */
  static boolean isVisible(int flags) {
    return (flags & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0;
  }

  /** The same of a method, of which bridges are seen. */
  static boolean isVisibleMethod(int flags) {
    return isVisible((flags & Opcodes.ACC_BRIDGE) == 0 ? flags : flags & ~Opcodes.ACC_SYNTHETIC);
  }
}
