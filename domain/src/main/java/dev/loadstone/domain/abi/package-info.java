/**
 * What other classes can see of one class, and what one class sees of others.
 *
 * <p>{@link dev.loadstone.domain.abi.ClassAbi} is the binary interface of a class: all that a
 * compiler or the linking of another class may depend on, and what reflection shows of it. {@link
 * dev.loadstone.domain.abi.ClassReferences} is what the code of a class asks of others. Both are
 * made of a class file by the port {@code ClassFileReader}; what follows from them is decided
 * elsewhere.
 *
 * <h2>What counts</h2>
 *
 * <p>The class's name, modifiers, place among the classes around it, superclass, interfaces (in
 * their order), permitted subclasses, record components (in their order), enum constants (in their
 * order), its member classes, fields and methods that are neither private nor synthetic (bridges
 * count), and of each of these its name, modifiers, descriptor, signature, checked exceptions,
 * annotations, type annotations, annotation default and constant value. Every access flag of JVMS
 * 4.1, 4.5, 4.6 and 4.7.6 counts but {@code ACC_SUPER}, which has no effect. A nested class has two
 * sets of flags, and both count: those in its {@code InnerClasses} attribute, which compilers and
 * reflection go by, and the class file's own, which linking goes by.
 *
 * <p>What never counts: method bodies, initialisers, the order of members, of exceptions, of
 * annotations and of an annotation's elements, names of parameters, debug data, the version of the
 * class file, the constant pool, and whatever made or holds the class file.
 *
 * <table>
 * <caption>The attributes of JVMS 4.7</caption>
 * <tr><th>attribute</th><th>counts</th></tr>
 * <tr><td>{@code AnnotationDefault}</td><td>yes: callers need not give the element</td></tr>
 * <tr><td>{@code BootstrapMethods}</td><td>no: used by bodies</td></tr>
 * <tr><td>{@code Code}, and all attributes in it: {@code LineNumberTable}, {@code
 *     LocalVariableTable}, {@code LocalVariableTypeTable}, {@code StackMapTable}, type annotations
 *     of expressions, unknown ones</td><td>no: bodies</td></tr>
 * <tr><td>{@code ConstantValue}</td><td>yes, also of instance fields: compilers inline it</td></tr>
 * <tr><td>{@code Deprecated}</td><td>yes, as a modifier: compilers warn</td></tr>
 * <tr><td>{@code EnclosingMethod}</td><td>no: whether a class is local or anonymous counts, from
 *     {@code InnerClasses}</td></tr>
 * <tr><td>{@code Exceptions}</td><td>yes</td></tr>
 * <tr><td>{@code InnerClasses}</td><td>the entries for the class itself and for its members that
 *     are neither private nor synthetic; the others follow from bodies</td></tr>
 * <tr><td>{@code MethodParameters}</td><td>no: names of parameters</td></tr>
 * <tr><td>{@code Module}, {@code ModulePackages}, {@code ModuleMainClass}</td><td>no: a module
 *     declaration is no class that others can use, and is refused</td></tr>
 * <tr><td>{@code NestHost}, {@code NestMembers}</td><td>no: they concern private members</td></tr>
 * <tr><td>{@code PermittedSubclasses}</td><td>yes</td></tr>
 * <tr><td>{@code Record}</td><td>yes</td></tr>
 * <tr><td>{@code RuntimeVisibleAnnotations}, {@code RuntimeInvisibleAnnotations}, {@code
 *     RuntimeVisibleParameterAnnotations}, {@code RuntimeInvisibleParameterAnnotations}, {@code
 *     RuntimeVisibleTypeAnnotations}, {@code RuntimeInvisibleTypeAnnotations}</td><td>yes, also which
 *     of the two</td></tr>
 * <tr><td>{@code Signature}</td><td>yes</td></tr>
 * <tr><td>{@code SourceFile}, {@code SourceDebugExtension}</td><td>no: debug data</td></tr>
 * <tr><td>{@code Synthetic}</td><td>yes, as the access flag</td></tr>
 * <tr><td>any other, of a class, a record component, or a field or method that counts</td><td>by
 *     its name and raw bytes. As these hold indexes into the constant pool, such an attribute may
 *     differ where nothing else does: strict rather than unsound</td></tr>
 * </table>
 *
 * <p>May depend on {@code content}.
 */
@NullMarked
package dev.loadstone.domain.abi;

import org.jspecify.annotations.NullMarked;
