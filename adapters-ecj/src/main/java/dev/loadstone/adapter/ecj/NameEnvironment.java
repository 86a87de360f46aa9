package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.AccessRestriction;
import org.eclipse.jdt.internal.compiler.env.AccessRule;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The classes that one compilation can name beside its own: the JDK's and the host's. Remembers
 * which of the host's were read, which were looked for in vain, and the first failure of the host
 * view.
 *
 * <p>The compiler asks for each class by its name, so it does not matter whether the host's
 * packages can be listed.
 */
final class NameEnvironment implements INameEnvironment {

  private static final AccessRestriction NOT_EXPORTED =
      new AccessRestriction(
          new AccessRule("**".toCharArray(), IProblem.ForbiddenReference),
          AccessRestriction.LIBRARY,
          "JDK");

  private final PlatformClasses platform;
  private final HostView host;
  private final SortedMap<String, ClassFile> used = new TreeMap<>();
  private final TreeSet<String> absent = new TreeSet<>();
  private final Map<String, NameEnvironmentAnswer> answers = new HashMap<>();

  /** The top-level types of the sources. */
  private final Set<String> declared = new HashSet<>();

  /** The first names of what the sources import, which are packages' (JLS 6.5.3). */
  private final Set<String> imported = new HashSet<>();

  private Option<Throwable> failure = Option.none();

  NameEnvironment(PlatformClasses platform, HostView host) {
    this.platform = platform;
    this.host = host;
  }

  /** Ends a compilation whose host failed; the compiler would take the class for missing. */
  static final class HostUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HostUnavailable(Throwable cause) {
      super(cause);
    }
  }

  /** Ends a compilation that needs a class file of the host's which is none. */
  static final class UnreadableClass extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableClass(String name, ClassFormatException cause) {
      super("the host's class file " + name + ".class cannot be read: it is damaged", cause);
    }
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[][] name) {
    return find(slashed(name));
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[] name, char[][] packageName) {
    return find(joined(packageName, name));
  }

  /**
   * Returns true of what is no class: a name means a package last (JLS 6.5.2), and which packages
   * the host has is not known where they cannot be listed.
   */
  @Override
  public boolean isPackage(char[] @Nullable [] parent, char[] name) {
    String full = joined(parent, name);
    if (platform.isPackage(full) || imported.contains(full)) {
      return true;
    }
    boolean isClass = declared.contains(full) || isNested(full);
    return isClass ? orAbort(host.hasPackage(full.replace('/', '.'))) : find(full) == null;
  }

  /** Returns whether a name is the binary name of a class in one of the sources. */
  private boolean isNested(String name) {
    for (int end = name.indexOf('$'); end > 0; end = name.indexOf('$', end + 1)) {
      if (declared.contains(name.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a name is a class's, or a package's that has classes for plugins; true of a
   * package that the host cannot list.
   */
  Try<Boolean> knows(String name) {
    String path = name.replace('.', '/');
    return platform.hasClasses(path)
            || used.keySet().stream().anyMatch(each -> ClassFile.packageOf(each).equals(name))
            || find(path) != null
        ? Try.success(true)
        : host.classesIn(name)
            .flatMap(
                classes ->
                    classes.isEmpty() ? host.listsAll(name).map(all -> !all) : Try.success(true));
  }

  /** Returns whether a module of the JDK has a name. */
  boolean knowsModule(String name) {
    return platform.module(name).isDefined();
  }

  /** Takes the types of a file that was parsed for what they are. */
  void declare(CompilationUnitDeclaration unit) {
    char[][] tokens =
        unit.currentPackage == null ? CharOperation.NO_CHAR_CHAR : unit.currentPackage.tokens;
    Stream.ofNullable(unit.imports)
        .flatMap(Stream::of)
        .forEach(each -> imported.add(new String(each.tokens[0])));
    Stream.ofNullable(unit.types)
        .flatMap(Stream::of)
        .forEach(type -> declared.add(joined(tokens, type.name)));
  }

  @Override
  public void cleanup() {
    answers.clear();
  }

  /** Returns the host's classes that were read, sorted by name. */
  List<ClassFile> used() {
    return List.copyOf(used.values());
  }

  /** Returns the host's annotations that were read, sorted by name. */
  List<ClassFile> annotations() {
    return used.values().stream()
        .filter(each -> isAnnotation(answers.get(each.binaryName().replace('.', '/'))))
        .toList();
  }

  private static boolean isAnnotation(@Nullable NameEnvironmentAnswer answer) {
    return answer != null
        && answer.getBinaryType() != null
        && (answer.getBinaryType().getModifiers() & ClassFileConstants.AccAnnotation) != 0;
  }

  /** Returns whether a class is the host's, and was read. */
  boolean isUsed(String binaryName) {
    return used.containsKey(binaryName);
  }

  /**
   * Returns the names of classes that the host was asked for and does not have. Those in the
   * plugin's own packages are among them: where the host cannot be listed, one that appears there
   * is known by its name only.
   */
  SortedSet<String> absent() {
    return Collections.unmodifiableSortedSet(absent);
  }

  /** Returns the first failure of the host view. */
  Option<Throwable> failure() {
    return failure;
  }

  private static String joined(char[] @Nullable [] packageName, char[] name) {
    return packageName == null || packageName.length == 0
        ? new String(name)
        : slashed(packageName) + "/" + new String(name);
  }

  private static String slashed(char[][] name) {
    return new String(CharOperation.concatWith(name, '/'));
  }

  private @Nullable NameEnvironmentAnswer find(String name) {
    if (answers.containsKey(name)) {
      return answers.get(name);
    }
    NameEnvironmentAnswer found = read(name);
    answers.put(name, found);
    return found;
  }

  private @Nullable NameEnvironmentAnswer read(String name) {
    String packageName = RunningPlatform.packageOf(name);
    if (platform.hasClasses(packageName)) {
      return platform
          .type(name)
          .map(type -> new NameEnvironmentAnswer(type, restriction(packageName)))
          .getOrNull();
    }
    // No class of the host's in the unnamed package exists for plugins, and none has the name of a
    // package of the JDK's.
    return packageName.isEmpty() || platform.isPackage(name) ? null : ofHost(name);
  }

  private @Nullable NameEnvironmentAnswer ofHost(String name) {
    String binaryName = name.replace('/', '.');
    Option<ClassFile> file = orAbort(host.classFile(binaryName));
    if (file.isEmpty()) {
      absent.add(binaryName);
      return null;
    }
    used.put(binaryName, file.get());
    return answer(name, file.get().bytes().toByteArray());
  }

  private @Nullable AccessRestriction restriction(String packageName) {
    return platform.isExported(packageName) ? null : NOT_EXPORTED;
  }

  private NameEnvironmentAnswer answer(String name, byte[] bytes) {
    try {
      return new NameEnvironmentAnswer(
          new ClassFileReader(bytes, (name + ".class").toCharArray()), null);
    } catch (ClassFormatException e) {
      throw abort(new UnreadableClass(name, e));
    }
  }

  private <T> T orAbort(Try<T> answer) {
    return answer.getOrElseThrow(this::abort);
  }

  private HostUnavailable abort(Throwable cause) {
    failure = failure.orElse(Option.some(cause));
    return new HostUnavailable(cause);
  }
}
