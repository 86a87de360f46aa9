package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.error.HostFailed;
import dev.loadstone.domain.port.HostView;
import io.vavr.Lazy;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The host view through a class loader: classes are listed where their files can be, and exist if
 * the loader gives them.
 *
 * <p>The content of a JAR is taken to stay, as it does for a loader that has it open; folders are
 * looked at anew each time. A snapshot asks the loader for each class; asked directly, where a
 * class was found once is where it is taken to be.
 *
 * <p>Whatever the host's loader throws is a {@link HostFailed}.
 */
final class LoaderHostView implements HostView {

  private final HostEnvironment host;
  private final HostPackages packages;
  private final SuppliedClasses supplied;
  private final HostClassFiles classFiles;
  private final Reading reading;
  private final Supplier<List<ClassRoot>> roots;
  private final Set<String> confirmed;

  private LoaderHostView(
      HostEnvironment host,
      HostClassFiles classFiles,
      Reading reading,
      Supplier<List<ClassRoot>> roots,
      Set<String> confirmed) {
    this.host = host;
    this.packages = host.packages();
    this.supplied = new SuppliedClasses(host.source());
    this.classFiles = classFiles;
    this.reading = reading;
    this.roots = roots;
    this.confirmed = confirmed;
  }

  static LoaderHostView of(HostEnvironment environment) {
    HostClassFiles classFiles =
        new HostClassFiles(environment.classes(), new SuppliedClasses(environment.source()));
    return new LoaderHostView(
        environment,
        classFiles,
        classFiles::readAgain,
        environment.roots()::collect,
        ConcurrentHashMap.newKeySet());
  }

  @Override
  public Try<List<String>> classesIn(String packageName) {
    return asking(
        packageName, () -> packages.isOfHost(packageName) ? list(packageName) : List.of());
  }

  @Override
  public Try<Boolean> listsAll(String packageName) {
    return asking(
        packageName,
        () ->
            !packages.canBeOfHost(packageName)
                || host.roots().areComplete()
                || supplied.list(packageName).isDefined());
  }

  @Override
  public Try<Option<ClassFile>> classFile(String binaryName) {
    return asking(
        binaryName,
        () ->
            packages.isOfHost(ClassFile.packageOf(binaryName)) ? read(binaryName) : Option.none());
  }

  @Override
  public Try<Option<ClassFile>> classFileForHost(String binaryName) {
    return asking(binaryName, () -> read(binaryName));
  }

  @Override
  public Try<Boolean> hasPackage(String packageName) {
    return asking(
        packageName, () -> packages.isOfJdk(packageName) || !listForHost(packageName).isEmpty());
  }

  @Override
  public Try<Option<Hiding>> hiddenBy(String packageName) {
    return asking(
        packageName,
        () -> {
          Option<Hiding> hiding = packages.hiding(packageName);
          return hiding.isDefined() && listForHost(packageName).isEmpty() ? Option.none() : hiding;
        });
  }

  @Override
  public Try<Option<Hiding>> hidingOf(String binaryName) {
    return asking(binaryName, () -> hiding(binaryName));
  }

  @Override
  public HostView snapshot() {
    return new SnapshotHostView(
        new LoaderHostView(host, classFiles, classFiles::read, Lazy.of(roots), confirmed));
  }

  private Option<ClassFile> read(String binaryName) throws IOException {
    if (!packages.canBeOfHost(ClassFile.packageOf(binaryName))
        || !BinaryNames.isPlausible(binaryName)) {
      return Option.none();
    }
    Bytes content = reading.read(binaryName).getOrNull();
    return content == null ? Option.none() : Option.some(new ClassFile(binaryName, content));
  }

  private Option<Hiding> hiding(String binaryName) throws IOException {
    Option<Hiding> ofPackage = packages.hiding(ClassFile.packageOf(binaryName));
    boolean hasClassFile = read(binaryName).isDefined();
    if (hasClassFile || !isLoaded(binaryName)) {
      return hasClassFile ? ofPackage : Option.none();
    }
    return ofPackage.orElse(Option.some(new Hiding.NoClassFile(LoaderNames.of(host.classes()))));
  }

  private boolean isLoaded(String binaryName) {
    if (!packages.canBeOfHost(ClassFile.packageOf(binaryName))) {
      return false;
    }
    try {
      return Class.forName(binaryName, false, host.classes()).getName().equals(binaryName);
    } catch (ClassNotFoundException | LinkageError notGiven) {
      return false;
    }
  }

  private List<String> listForHost(String packageName) throws IOException {
    return packages.canBeOfHost(packageName) ? list(packageName) : List.of();
  }

  private List<String> list(String packageName) throws IOException {
    SortedSet<String> given = new TreeSet<>();
    for (String binaryName : supplied.list(packageName).getOrElse(List.of())) {
      if (ClassFile.packageOf(binaryName).equals(packageName) && classFiles.exists(binaryName)) {
        given.add(binaryName);
      }
    }
    for (ClassRoot root : roots.get()) {
      for (String binaryName : root.classesIn(packageName)) {
        if (isGiven(binaryName, root)) {
          given.add(binaryName);
        }
      }
    }
    return List.copyOf(given);
  }

  // A loader may hide what its URLs, or those of its parents, hold.
  private boolean isGiven(String binaryName, ClassRoot root) throws IOException {
    if (confirmed.contains(binaryName)) {
      return true;
    }
    boolean given = classFiles.exists(binaryName);
    if (given && root.isFixed()) {
      confirmed.add(binaryName);
    }
    return given;
  }

  // Not Try.of, which throws linkage errors on.
  private <T> Try<T> asking(String name, Question<T> question) {
    try {
      return Try.success(question.answer());
    } catch (Throwable thrown) {
      return Try.failure(new HostFailed(name, LoaderNames.of(host.classes()), thrown));
    }
  }

  /** Reads a class file through the host's loader. */
  @FunctionalInterface
  private interface Reading {
    Option<Bytes> read(String binaryName) throws IOException;
  }

  /** Asks the host's loader, which may throw anything. */
  @FunctionalInterface
  private interface Question<T> {
    T answer() throws IOException;
  }
}
