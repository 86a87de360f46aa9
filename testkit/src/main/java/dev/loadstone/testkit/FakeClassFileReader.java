package dev.loadstone.testkit;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.classfile.ClassFileSupport;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.control.Try;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reader of class files that hold the text of an ABI. A class refers to the types that its ABI
 * names, or to what a test says; it has no private members but those that a test says. Immutable.
 */
public final class FakeClassFileReader implements ClassFileReader {

  private static final String END = "end\n";
  private static final Pattern CLASS_DESCRIPTOR = Pattern.compile("L([^;]+);");

  private final Map<ClassFile, ClassReferences> script;

  private final Map<ClassFile, SortedSet<String>> unseen;

  private FakeClassFileReader(
      Map<ClassFile, ClassReferences> script, Map<ClassFile, SortedSet<String>> unseen) {
    this.script = Map.copyOf(script);
    this.unseen = Map.copyOf(unseen);
  }

  /** Makes a reader. */
  public static FakeClassFileReader create() {
    return new FakeClassFileReader(Map.of(), Map.of());
  }

  /**
   * Writes a class file that such readers read.
   *
   * @param type the ABI
   */
  public static ClassFile classFile(ClassAbi type) {
    return new ClassFile(type.name(), Bytes.ofUtf8(type.text() + END));
  }

  /**
   * {@return a reader that finds some references in a class file, whatever it holds}
   *
   * @param classFile the class file
   * @param references the references
   */
  public FakeClassFileReader finding(ClassFile classFile, ClassReferences references) {
    Map<ClassFile, ClassReferences> longer = new HashMap<>(script);
    longer.put(classFile, references);
    return new FakeClassFileReader(longer, unseen);
  }

  /**
   * {@return a reader that finds members in a class file that its ABI leaves out}
   *
   * @param classFile the class file
   * @param members fields and methods, as the port gives them
   */
  public FakeClassFileReader findingPrivate(ClassFile classFile, String... members) {
    Map<ClassFile, SortedSet<String>> longer = new HashMap<>(unseen);
    longer.put(classFile, Collections.unmodifiableSortedSet(new TreeSet<>(Arrays.asList(members))));
    return new FakeClassFileReader(script, longer);
  }

  @Override
  public Try<ClassFileSupport> support() {
    return Try.success(new ClassFileSupport("a fake", Integer.MAX_VALUE));
  }

  @Override
  public Try<ClassAbi> abi(ClassFile classFile) {
    String text = classFile.bytes().toUtf8String();
    if (!text.endsWith(END)) {
      return unreadable(classFile, "is no class file");
    }
    return ClassAbi.parse(text.substring(0, text.length() - END.length()))
        .fold(
            malformed -> unreadable(classFile, "is malformed"),
            type ->
                type.name().equals(classFile.binaryName())
                    ? Try.success(type)
                    : unreadable(classFile, "is the class file of another class, " + type.name()));
  }

  private static <T> Try<T> unreadable(ClassFile classFile, String reason) {
    return Try.failure(new UnreadableClass(classFile.binaryName(), reason, null));
  }

  @Override
  public Try<ClassReferences> references(ClassFile classFile) {
    ClassReferences scripted = script.get(classFile);
    return scripted == null
        ? abi(classFile).map(FakeClassFileReader::declared)
        : Try.success(scripted);
  }

  @Override
  public Try<SortedSet<String>> privateMembers(ClassFile classFile) {
    return abi(classFile).map(type -> unseen.getOrDefault(classFile, Collections.emptySortedSet()));
  }

  private static ClassReferences declared(ClassAbi type) {
    SortedSet<String> classes = new TreeSet<>(type.interfaces());
    SortedSet<String> mentioned = new TreeSet<>();
    SortedSet<String> declared = new TreeSet<>();
    classes.addAll(type.superclass().toJavaList());
    SortedSet<String> resolved = new TreeSet<>(classes);
    for (MethodAbi method : type.methods()) {
      addTypes(classes, method.descriptor());
      addTypes(declared, method.descriptor());
      mentioned.addAll(method.exceptions());
      declared.addAll(method.exceptions());
    }
    for (FieldAbi field : type.fields()) {
      addTypes(mentioned, field.descriptor());
      addTypes(declared, field.descriptor());
    }
    return new ClassReferences(
        classes,
        resolved,
        mentioned,
        declared,
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>());
  }

  private static void addTypes(Set<String> names, String descriptor) {
    Matcher types = CLASS_DESCRIPTOR.matcher(descriptor);
    while (types.find()) {
      names.add(types.group(1).replace('/', '.'));
    }
  }
}
