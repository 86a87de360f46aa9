package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.port.HostView;
import io.vavr.Lazy;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The host view through a class loader: classes are listed where their files can be, and exist if
 * the loader gives them.
 *
 * <p>The content of a JAR is taken to stay, as it does for a loader that has it open; folders are
 * looked at anew each time. A snapshot asks the loader for each class; asked directly, where a
 * class was found once is where it is taken to be.
 */
final class LoaderHostView implements HostView {

  private final HostPackages packages;
  private final HostClassFiles classFiles;
  private final Function<String, Option<Bytes>> reading;
  private final Supplier<List<ClassRoot>> roots;
  private final Set<String> confirmed;

  private LoaderHostView(
      HostPackages packages,
      HostClassFiles classFiles,
      Function<String, Option<Bytes>> reading,
      Supplier<List<ClassRoot>> roots,
      Set<String> confirmed) {
    this.packages = packages;
    this.classFiles = classFiles;
    this.reading = reading;
    this.roots = roots;
    this.confirmed = confirmed;
  }

  static LoaderHostView of(HostEnvironment environment) {
    HostClassFiles classFiles = new HostClassFiles(environment.classes());
    return new LoaderHostView(
        environment.packages(),
        classFiles,
        classFiles::readAgain,
        new ListableRoots(environment.classes())::collect,
        ConcurrentHashMap.newKeySet());
  }

  @Override
  public Try<List<String>> classesIn(String packageName) {
    return packages.isOfHost(packageName) ? listed(packageName) : Try.success(List.of());
  }

  @Override
  public Try<Option<ClassFile>> classFile(String binaryName) {
    return packages.isOfHost(ClassFile.packageOf(binaryName))
        ? classFileForHost(binaryName)
        : Try.success(Option.none());
  }

  @Override
  public Try<Option<ClassFile>> classFileForHost(String binaryName) {
    if (!packages.canBeOfHost(ClassFile.packageOf(binaryName))
        || !BinaryNames.isPlausible(binaryName)) {
      return Try.success(Option.none());
    }
    try {
      Option<Bytes> content = reading.apply(binaryName);
      return Try.success(
          content.isEmpty()
              ? Option.none()
              : Option.some(new ClassFile(binaryName, content.get())));
    } catch (RuntimeException | LinkageError ofTheHostsLoader) {
      return Try.failure(
          new UnreadableClass(binaryName, "cannot be read: " + ofTheHostsLoader, ofTheHostsLoader));
    }
  }

  @Override
  public Try<Boolean> hasPackage(String packageName) {
    return packages.isOfJdk(packageName) ? Try.success(true) : isInHost(packageName);
  }

  @Override
  public Try<Option<AllowedPackages>> hiddenBy(String packageName) {
    Option<AllowedPackages> hiding = packages.hiding(packageName);
    return hiding.isEmpty()
        ? Try.success(hiding)
        : isInHost(packageName).map(isInHost -> hiding.filter(unused -> isInHost));
  }

  @Override
  public HostView snapshot() {
    return new SnapshotHostView(
        new LoaderHostView(packages, classFiles, classFiles::read, Lazy.of(roots), confirmed));
  }

  private Try<Boolean> isInHost(String packageName) {
    return packages.canBeOfHost(packageName)
        ? listed(packageName).map(classes -> !classes.isEmpty())
        : Try.success(false);
  }

  private Try<List<String>> listed(String packageName) {
    return Try.of(() -> List.copyOf(list(packageName)));
  }

  private SortedSet<String> list(String packageName) {
    SortedSet<String> given = new TreeSet<>();
    for (ClassRoot root : roots.get()) {
      for (String binaryName : root.classesIn(packageName)) {
        if (isGiven(binaryName, root)) {
          given.add(binaryName);
        }
      }
    }
    return given;
  }

  // A loader may hide what its URLs, or those of its parents, hold.
  private boolean isGiven(String binaryName, ClassRoot root) {
    if (confirmed.contains(binaryName)) {
      return true;
    }
    boolean given = classFiles.exists(binaryName);
    if (given && root.isFixed()) {
      confirmed.add(binaryName);
    }
    return given;
  }
}
