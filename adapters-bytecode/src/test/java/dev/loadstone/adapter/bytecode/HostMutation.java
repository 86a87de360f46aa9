package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Changes classes of a host at random, all but what method bodies do. */
final class HostMutation {

  private static final List<String> DESCRIPTORS =
      List.of("I", "J", "Ljava/lang/String;", "Ljava/lang/Object;", "Lcom/acme/Base;");
  private static final List<String> FIELDS =
      List.of("size", "part", "made", "label", "fixed", "own", "NAME", "LIMIT", "fresh");
  private static final List<String> METHODS =
      List.of(
          "price()I",
          "cost()I",
          "hook()I",
          "count()I",
          "middle()I",
          "other()I",
          "fill()I",
          "run()I",
          "helper()I",
          "last()I",
          "rank()I",
          "extra()I",
          "zero()I",
          "all()I",
          "name()Ljava/lang/String;",
          "apply(Ljava/lang/Object;)Ljava/lang/Object;",
          "self(Ljava/lang/Object;)Ljava/lang/Object;",
          "count(Ljava/lang/String;)I",
          "toString()Ljava/lang/String;",
          "fresh()I");
  private static final int[] ACCESSES = {
    Opcodes.ACC_PUBLIC, Opcodes.ACC_PUBLIC, Opcodes.ACC_PROTECTED, 0, Opcodes.ACC_PRIVATE
  };
  private static final int ACCESS =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;

  private final Random random;

  HostMutation(Random random) {
    this.random = random;
  }

  /** Changes one to three classes, each in one respect, so that no change undoes another. */
  Map<String, ClassFile> mutate(Map<String, ClassFile> host) {
    List<String> names = new ArrayList<>(new TreeMap<>(host).keySet());
    SortedMap<String, ClassFile> mutant = new TreeMap<>(host);
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, random);
    for (String name : shuffled.subList(0, 1 + random.nextInt(3))) {
      if (random.nextInt(40) == 0) {
        mutant.remove(name);
      } else {
        mutant.put(name, changed(host.get(name), names));
      }
    }
    return mutant;
  }

  private ClassFile changed(ClassFile classFile, List<String> names) {
    ClassReader reader = new ClassReader(classFile.bytes().toByteArray());
    ClassWriter writer = new ClassWriter(0);
    boolean isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
    ClassVisitor change =
        switch (random.nextInt(isInterface ? 7 : 8)) {
          case 0 -> new Declaration(writer, names);
          case 1, 2 -> new OneField(writer, random.nextInt(6), random.nextInt(5));
          case 3, 4 -> new OneMethod(writer, random.nextInt(12), random.nextInt(5));
          case 5 -> new NewField(writer, isInterface);
          case 6 -> new NewMethod(writer, isInterface);
          default -> new OtherSuperclass(writer, names);
        };
    reader.accept(change, 0);
    return new ClassFile(classFile.binaryName(), Bytes.of(writer.toByteArray()));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private int otherAccess(int access) {
    return (access & ~ACCESS) | ACCESSES[random.nextInt(ACCESSES.length)];
  }

  private static String internal(String name) {
    return name.replace('.', '/');
  }

  private final class Declaration extends ClassVisitor {
    private final List<String> names;
    private final int what = random.nextInt(7);

    Declaration(ClassVisitor next, List<String> names) {
      super(AsmClassFileReader.API, next);
      this.names = names;
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String superName, String[] of) {
      int flags = access;
      List<String> interfaces = new ArrayList<>(List.of(of));
      switch (what) {
        case 0 -> flags &= ~Opcodes.ACC_PUBLIC;
        case 1 -> flags ^= Opcodes.ACC_FINAL;
        case 2 -> flags ^= Opcodes.ACC_ABSTRACT;
        case 3 -> interfaces.add(internal(pick(names)));
        case 4 -> interfaces.clear();
        case 5 -> flags ^= Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
        default -> {
          // Sealed, below.
        }
      }
      String[] all = interfaces.stream().distinct().toArray(String[]::new);
      super.visit(version, flags, name, null, superName, all);
      if (what == 6) {
        super.visitPermittedSubclass("com/acme/Nobody");
      }
    }

    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {
      // Else reflection finds what it says in contradiction to the class's own flags.
    }
  }

  private final class OneField extends ClassVisitor {
    private final int index;
    private final int what;
    private int next;

    OneField(ClassVisitor writer, int index, int what) {
      super(AsmClassFileReader.API, writer);
      this.index = index;
      this.what = what;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      if (next++ != index) {
        return super.visitField(access, name, descriptor, signature, value);
      }
      return switch (what) {
        case 0 -> null;
        case 1 -> super.visitField(access ^ Opcodes.ACC_STATIC, name, descriptor, null, null);
        case 2 -> super.visitField(access ^ Opcodes.ACC_FINAL, name, descriptor, null, value);
        case 3 -> super.visitField(access, name, pick(DESCRIPTORS), null, null);
        default -> super.visitField(otherAccess(access), name, descriptor, null, value);
      };
    }
  }

  private final class OneMethod extends ClassVisitor {
    private final int index;
    private final int what;
    private int next;

    OneMethod(ClassVisitor writer, int index, int what) {
      super(AsmClassFileReader.API, writer);
      this.index = index;
      this.what = what;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (next++ != index || name.equals("<clinit>")) {
        return super.visitMethod(access, name, descriptor, signature, exceptions);
      }
      boolean isConstructor = name.equals("<init>");
      return switch (isConstructor && what != 0 ? 4 : what) {
        case 0 -> null;
        case 1 -> withBody(access ^ Opcodes.ACC_STATIC, name, descriptor, exceptions);
        case 2 -> super.visitMethod(access ^ Opcodes.ACC_FINAL, name, descriptor, null, exceptions);
        case 3 -> abstractOrNot(access ^ Opcodes.ACC_ABSTRACT, name, descriptor);
        default -> super.visitMethod(otherAccess(access), name, descriptor, null, exceptions);
      };
    }

    // What is no object's method any more needs another body.
    private MethodVisitor withBody(
        int access, String name, String descriptor, String[] exceptions) {
      return (access & Opcodes.ACC_ABSTRACT) != 0
          ? super.visitMethod(access, name, descriptor, null, exceptions)
          : abstractOrNot(access, name, descriptor);
    }

    private MethodVisitor abstractOrNot(int access, String name, String descriptor) {
      write(cv, access, name, descriptor);
      return null;
    }
  }

  private final class NewField extends ClassVisitor {
    private final boolean inInterface;
    private final String name = pick(FIELDS);
    private final String descriptor = pick(DESCRIPTORS);
    private final int access = otherAccess(random.nextBoolean() ? Opcodes.ACC_STATIC : 0);

    NewField(ClassVisitor writer, boolean inInterface) {
      super(AsmClassFileReader.API, writer);
      this.inInterface = inInterface;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      boolean isSame = name.equals(this.name) && descriptor.equals(this.descriptor);
      return isSame ? null : super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public void visitEnd() {
      int constant = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
      super.visitField(inInterface ? constant : access, name, descriptor, null, null).visitEnd();
      super.visitEnd();
    }
  }

  private final class NewMethod extends ClassVisitor {
    private final boolean inInterface;
    private final String method = pick(METHODS);
    private boolean isThere;
    private final int flags =
        random.nextBoolean()
            ? 0
            : pick(List.of(Opcodes.ACC_STATIC, Opcodes.ACC_FINAL, Opcodes.ACC_ABSTRACT));

    NewMethod(ClassVisitor writer, boolean inInterface) {
      super(AsmClassFileReader.API, writer);
      this.inInterface = inInterface;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      isThere |= method.equals(name + descriptor);
      return super.visitMethod(access, name, descriptor, signature, exceptions);
    }

    @Override
    public void visitEnd() {
      int end = method.indexOf('(');
      int access =
          inInterface ? (flags & ~Opcodes.ACC_FINAL) | Opcodes.ACC_PUBLIC : otherAccess(flags);
      if (!isThere) {
        write(cv, access, method.substring(0, end), method.substring(end));
      }
      super.visitEnd();
    }
  }

  private final class OtherSuperclass extends ClassVisitor {
    private final String superclass;
    private String before = "";

    OtherSuperclass(ClassVisitor writer, List<String> names) {
      super(AsmClassFileReader.API, writer);
      superclass = random.nextInt(3) == 0 ? "java/lang/Object" : internal(pick(names));
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String superName, String[] of) {
      before = superName;
      super.visit(version, access, name, null, superclass, of);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor body = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(AsmClassFileReader.API, body) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String of, boolean ofInterface) {
          boolean isSuper = opcode == Opcodes.INVOKESPECIAL && owner.equals(before);
          super.visitMethodInsn(opcode, isSuper ? superclass : owner, called, of, ofInterface);
        }
      };
    }
  }

  /** A method that returns nothing of interest. */
  private static void write(ClassVisitor to, int access, String name, String descriptor) {
    MethodVisitor method = to.visitMethod(access, name, descriptor, null, null);
    if ((access & Opcodes.ACC_ABSTRACT) == 0) {
      Type result = Type.getReturnType(descriptor);
      method.visitCode();
      switch (result.getSort()) {
        case Type.VOID -> {
          // Nothing to push.
        }
        case Type.INT, Type.BOOLEAN -> method.visitInsn(Opcodes.ICONST_0);
        case Type.LONG -> method.visitInsn(Opcodes.LCONST_0);
        default -> method.visitInsn(Opcodes.ACONST_NULL);
      }
      method.visitInsn(result.getOpcode(Opcodes.IRETURN));
      method.visitMaxs(2, Type.getArgumentsAndReturnSizes(descriptor) >> 2);
    }
    method.visitEnd();
  }
}
