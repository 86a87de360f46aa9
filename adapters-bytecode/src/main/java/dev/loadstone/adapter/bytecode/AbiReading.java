package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.MemberClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifiers;
import dev.loadstone.domain.abi.Nesting;
import dev.loadstone.domain.abi.RecordComponentAbi;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Collects the ABI of a class while ASM goes through its file. */
final class AbiReading extends ClassVisitor {

  private static final int WITHOUT_BODIES =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
  private static final String CLASS_INITIALISER = "<clinit>";

  private String internalName = "";
  private int flags;
  private Option<String> signature = Option.none();
  private Option<String> superclass = Option.none();
  private List<String> interfaces = List.of();
  private Option<Nesting> nesting = Option.none();
  private int sourceFlags;
  private final List<String> permittedSubclasses = new ArrayList<>();
  private final List<RecordComponentAbi> recordComponents = new ArrayList<>();
  private final List<String> enumConstants = new ArrayList<>();
  private final List<MemberClassAbi> memberClasses = new ArrayList<>();
  private final List<FieldAbi> fields = new ArrayList<>();
  private final List<MethodAbi> methods = new ArrayList<>();
  private final MetadataReading metadata = new MetadataReading();

  private AbiReading() {
    super(AsmClassFileReader.API);
  }

  static ClassAbi abi(ClassReader reader) {
    AbiReading reading = new AbiReading();
    reader.accept(reading, WITHOUT_BODIES);
    return reading.abi();
  }

  private ClassAbi abi() {
    return new ClassAbi(
        Names.ofInternal(internalName),
        AccessFlags.ofClass(sourceFlags),
        nesting,
        signature,
        superclass,
        interfaces,
        permittedSubclasses,
        recordComponents,
        enumConstants,
        memberClasses,
        fields,
        methods,
        metadata.metadata());
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    this.internalName = name;
    this.flags = access;
    this.sourceFlags = access;
    this.signature = Option.of(signature);
    this.superclass = Option.of(superName).map(Names::ofInternal);
    this.interfaces = Names.ofInternal(interfaces);
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outerName, @Nullable String innerName, int access) {
    if (name.equals(internalName)) {
      nestedAs(outerName, innerName, access);
    } else if (internalName.equals(outerName)
        && innerName != null
        && AccessFlags.isVisible(access)) {
      memberClasses.add(
          new MemberClassAbi(Names.ofInternal(name), innerName, AccessFlags.ofClass(access)));
    }
  }

  private void nestedAs(@Nullable String outerName, @Nullable String innerName, int access) {
    Modifiers linkage = AccessFlags.ofClass(flags);
    nesting =
        Option.some(
            new Nesting(
                outerName == null ? "" : Names.ofInternal(outerName),
                innerName == null ? "" : innerName,
                linkage));
    // What ASM tells by a flag of its own is told by attributes of the class.
    sourceFlags = access | (flags & (Opcodes.ACC_RECORD | Opcodes.ACC_DEPRECATED));
  }

  @Override
  public void visitPermittedSubclass(String permittedSubclass) {
    permittedSubclasses.add(Names.ofInternal(permittedSubclass));
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    return new RecordComponentReading(
        metadata ->
            recordComponents.add(
                new RecordComponentAbi(name, descriptor, Option.of(signature), metadata)));
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if (!AccessFlags.isVisible(access)) {
      return null;
    }
    if ((access & Opcodes.ACC_ENUM) != 0) {
      enumConstants.add(name);
    }
    return new FieldReading(
        metadata ->
            fields.add(
                new FieldAbi(
                    name,
                    descriptor,
                    AccessFlags.ofField(access),
                    Option.of(signature),
                    Option.of(value).map(constant -> Constants.literal(descriptor, constant)),
                    metadata)));
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (!AccessFlags.isVisibleMethod(access) || name.equals(CLASS_INITIALISER)) {
      return null;
    }
    List<String> thrown = Names.ofInternal(exceptions);
    return new MethodReading(
        thrown,
        (annotationDefault, metadata) ->
            methods.add(
                new MethodAbi(
                    name,
                    descriptor,
                    AccessFlags.ofMethod(access),
                    Option.of(signature),
                    thrown,
                    annotationDefault,
                    metadata)));
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return metadata.annotation(descriptor, visible);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int typeReference, @Nullable TypePath path, String descriptor, boolean visible) {
    return metadata.typeAnnotation(typeReference, path, descriptor, visible);
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    metadata.attribute(attribute);
  }
}
