package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.LambdaReference;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.abi.SwitchReference;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The references found so far, in terms of ASM. */
final class FoundReferences {

  private final SortedSet<String> classes = new TreeSet<>();
  private final SortedSet<String> resolved = new TreeSet<>();
  private final SortedSet<String> mentioned = new TreeSet<>();
  private final SortedSet<String> declared = new TreeSet<>();
  private final SortedSet<String> instantiated = new TreeSet<>();
  private final SortedSet<FieldReference> fields = new TreeSet<>();
  private final SortedSet<MethodReference> methods = new TreeSet<>();
  private final SortedSet<LambdaReference> lambdas = new TreeSet<>();
  private final SortedSet<SwitchReference> switches = new TreeSet<>();

  ClassReferences references() {
    return new ClassReferences(
        classes, resolved, mentioned, declared, instantiated, fields, methods, lambdas, switches);
  }

  /** A class that is resolved, by its internal name, or an array by its descriptor. */
  void type(@Nullable String internalName) {
    if (internalName != null) {
      resolve(Type.getObjectType(internalName));
    }
  }

  /** A class in a stack map, which verifying may load. */
  void verified(String internalName) {
    add(classes, Type.getObjectType(internalName));
  }

  private void resolve(Type type) {
    add(classes, type);
    add(resolved, type);
  }

  void types(String @Nullable [] internalNames) {
    if (internalNames != null) {
      for (String name : internalNames) {
        type(name);
      }
    }
  }

  /** Whatever a method type or the type of an array or of a dynamic constant names. */
  void resolvedDescriptor(String descriptor) {
    resolve(Type.getType(descriptor));
  }

  /** Whatever a field's or method's descriptor names. */
  void descriptor(String descriptor) {
    add(classes, Type.getType(descriptor));
  }

  void mention(@Nullable String internalName) {
    if (internalName != null) {
      add(mentioned, Type.getObjectType(internalName));
    }
  }

  void declaredField(String descriptor) {
    mentionDescriptor(descriptor);
    add(declared, Type.getType(descriptor));
  }

  void declaredMethod(String descriptor, String @Nullable [] exceptions) {
    descriptor(descriptor);
    add(declared, Type.getType(descriptor));
    if (exceptions != null) {
      for (String exception : exceptions) {
        mention(exception);
        add(declared, Type.getObjectType(exception));
      }
    }
  }

  void mentionDescriptor(String descriptor) {
    add(mentioned, Type.getType(descriptor));
  }

  private static void add(Set<String> names, Type type) {
    switch (type.getSort()) {
      case Type.ARRAY -> add(names, type.getElementType());
      case Type.OBJECT -> names.add(type.getClassName());
      case Type.METHOD -> {
        for (Type parameter : type.getArgumentTypes()) {
          add(names, parameter);
        }
        add(names, type.getReturnType());
      }
      default -> {
        // Primitive types are no classes.
      }
    }
  }

  void instance(String internalName) {
    type(internalName);
    instantiated.add(Names.ofInternal(internalName));
  }

  void field(String owner, String name, String descriptor, FieldReference.Use use) {
    type(owner);
    descriptor(descriptor);
    fields.add(new FieldReference(Names.ofInternal(owner), name, descriptor, use));
  }

  void method(
      String owner,
      String name,
      String descriptor,
      boolean ownerIsInterface,
      MethodReference.Use use) {
    type(owner);
    descriptor(descriptor);
    if (!owner.startsWith("[")) {
      methods.add(
          new MethodReference(Names.ofInternal(owner), ownerIsInterface, name, descriptor, use));
    }
  }

  void lambda(LambdaReference lambda) {
    lambdas.add(lambda);
  }

  void switchOver(SwitchReference reference) {
    switches.add(reference);
  }

  /** A constant of an enum that is looked for by its name. */
  FieldReference enumConstant(String owner, String name) {
    String descriptor = Type.getObjectType(owner).getDescriptor();
    field(owner, name, descriptor, FieldReference.Use.GET_STATIC);
    return new FieldReference(
        Names.ofInternal(owner), name, descriptor, FieldReference.Use.GET_STATIC);
  }

  /** An operand of {@code ldc}, or a static argument of a bootstrap method. */
  void constant(Object constant) {
    if (constant instanceof Type type) {
      resolve(type);
    } else if (constant instanceof Handle handle) {
      handle(handle);
    } else if (constant instanceof ConstantDynamic dynamic) {
      resolvedDescriptor(dynamic.getDescriptor());
      handle(dynamic.getBootstrapMethod());
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i));
      }
    }
  }

  void handle(Handle handle) {
    String owner = handle.getOwner();
    resolvedDescriptor(handle.getDesc());
    switch (handle.getTag()) {
      case Opcodes.H_GETFIELD -> fieldHandle(handle, FieldReference.Use.GET_FIELD);
      case Opcodes.H_GETSTATIC -> fieldHandle(handle, FieldReference.Use.GET_STATIC);
      case Opcodes.H_PUTFIELD -> fieldHandle(handle, FieldReference.Use.PUT_FIELD);
      case Opcodes.H_PUTSTATIC -> fieldHandle(handle, FieldReference.Use.PUT_STATIC);
      case Opcodes.H_INVOKEVIRTUAL -> methodHandle(handle, MethodReference.Use.VIRTUAL);
      case Opcodes.H_INVOKESTATIC -> methodHandle(handle, MethodReference.Use.STATIC);
      case Opcodes.H_INVOKESPECIAL -> methodHandle(handle, MethodReference.Use.SPECIAL);
      case Opcodes.H_INVOKEINTERFACE -> methodHandle(handle, MethodReference.Use.INTERFACE);
      case Opcodes.H_NEWINVOKESPECIAL -> {
        instance(owner);
        methodHandle(handle, MethodReference.Use.NEW);
      }
      default -> throw new Malformed("has a method handle of the unknown kind " + handle.getTag());
    }
  }

  private void fieldHandle(Handle handle, FieldReference.Use use) {
    field(handle.getOwner(), handle.getName(), handle.getDesc(), use);
  }

  private void methodHandle(Handle handle, MethodReference.Use use) {
    method(handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface(), use);
  }
}
