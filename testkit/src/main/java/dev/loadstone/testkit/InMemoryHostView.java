package dev.loadstone.testkit;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A host view over class files in memory.
 *
 * <p>Immutable, thus safe for use by many threads, and its own snapshot. As in every host view,
 * classes in the unnamed package do not exist here.
 */
public final class InMemoryHostView implements HostView {

  private static final Set<String> JDK_PACKAGES =
      ModuleFinder.ofSystem().findAll().stream()
          .flatMap(module -> module.descriptor().packages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final SortedMap<String, ClassFile> classFiles = new TreeMap<>();
  private final AllowedPackages allowed;
  private final Set<String> unlisted;

  private InMemoryHostView(
      Collection<ClassFile> classFiles, AllowedPackages allowed, Set<String> unlisted) {
    this.allowed = allowed;
    this.unlisted = unlisted;
    for (ClassFile classFile : classFiles) {
      if (!ClassFile.packageOf(classFile.binaryName()).isEmpty()) {
        this.classFiles.put(classFile.binaryName(), classFile);
      }
    }
  }

  /** Makes a view of a host without classes, in which only the JDK's exist. */
  public static InMemoryHostView empty() {
    return of(List.of());
  }

  /**
   * Makes a view over class files.
   *
   * @param classFiles the host's classes; the last of two with one name counts
   */
  public static InMemoryHostView of(Collection<ClassFile> classFiles) {
    return new InMemoryHostView(classFiles, AllowedPackages.everything(), Set.of());
  }

  /**
   * Makes a view over the class files of loaded classes, nested ones only where they are given too.
   *
   * @param classes classes whose loader finds their class files
   */
  public static InMemoryHostView ofClasses(Class<?>... classes) {
    return of(Arrays.stream(classes).map(InMemoryHostView::classFileOf).toList());
  }

  /**
   * {@return a view with more class files}
   *
   * @param more the class files to add; each replaces one with its name
   */
  public InMemoryHostView with(Collection<ClassFile> more) {
    return new InMemoryHostView(
        Stream.concat(classFiles.values().stream(), more.stream()).toList(), allowed, unlisted);
  }

  /**
   * {@return a view with the same class files, of which only those in some packages exist}
   *
   * @param packages the packages that are not hidden
   */
  public InMemoryHostView allowing(AllowedPackages packages) {
    return new InMemoryHostView(classFiles.values(), packages, unlisted);
  }

  /**
   * {@return a view of the same classes, some of which cannot be listed}
   *
   * @param packages the packages whose classes are found by name only
   */
  public InMemoryHostView withoutListing(String... packages) {
    return new InMemoryHostView(classFiles.values(), allowed, Set.of(packages));
  }

  @Override
  public Try<List<String>> classesIn(String packageName) {
    boolean isGiven = isListed(packageName) && allowed.contains(packageName);
    return Try.success(isGiven ? namesIn(packageName).toList() : List.of());
  }

  @Override
  public Try<Boolean> listsAll(String packageName) {
    return Try.success(isListed(packageName));
  }

  @Override
  public Try<Option<ClassFile>> classFile(String binaryName) {
    return Try.success(
        Option.of(classFiles.get(binaryName))
            .filter(unused -> allowed.contains(ClassFile.packageOf(binaryName))));
  }

  @Override
  public Try<Boolean> hasPackage(String packageName) {
    return Try.success(
        JDK_PACKAGES.contains(packageName) || namesIn(packageName).findAny().isPresent());
  }

  @Override
  public Try<Option<Hiding>> hiddenBy(String packageName) {
    boolean isHidden = !allowed.contains(packageName) && namesIn(packageName).findAny().isPresent();
    return Try.success(Option.when(isHidden, () -> new Hiding.NotAllowed(allowed)));
  }

  @Override
  public Try<Option<Hiding>> hidingOf(String binaryName) {
    return classFiles.containsKey(binaryName)
        ? hiddenBy(ClassFile.packageOf(binaryName))
        : Try.success(Option.none());
  }

  @Override
  public Try<Option<ClassFile>> classFileForHost(String binaryName) {
    return Try.success(Option.of(classFiles.get(binaryName)));
  }

  @Override
  public HostView snapshot() {
    return this;
  }

  private boolean isListed(String packageName) {
    return !unlisted.contains(packageName);
  }

  private Stream<String> namesIn(String packageName) {
    return classFiles.keySet().stream()
        .filter(name -> ClassFile.packageOf(name).equals(packageName));
  }

  private static ClassFile classFileOf(Class<?> type) {
    String fileName = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream content = type.getResourceAsStream(fileName)) {
      if (content == null) {
        throw new IllegalArgumentException("no class file of " + type + " is found");
      }
      return new ClassFile(type.getName(), Bytes.of(content.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
