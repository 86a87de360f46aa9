package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers every answer of another view, those that there is nothing included. */
final class SnapshotHostView implements HostView {

  private final HostView view;
  private final ConcurrentMap<String, Try<List<String>>> classes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Option<ClassFile>>> files = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Option<ClassFile>>> ofHost = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Boolean>> packages = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Boolean>> complete = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Option<Hiding>>> hidden = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Option<Hiding>>> hiddenClasses =
      new ConcurrentHashMap<>();
  private final Set<String> packagesOfFound = ConcurrentHashMap.newKeySet();

  SnapshotHostView(HostView view) {
    this.view = view;
  }

  @Override
  public Try<List<String>> classesIn(String packageName) {
    return classes.computeIfAbsent(packageName, view::classesIn);
  }

  @Override
  public Try<Option<ClassFile>> classFile(String binaryName) {
    return files.computeIfAbsent(binaryName, name -> noting(view.classFile(name)));
  }

  @Override
  public Try<Boolean> hasPackage(String packageName) {
    return packagesOfFound.contains(packageName)
        ? Try.success(true)
        : packages.computeIfAbsent(packageName, view::hasPackage);
  }

  @Override
  public Try<Option<Hiding>> hiddenBy(String packageName) {
    return hidden.computeIfAbsent(packageName, view::hiddenBy);
  }

  @Override
  public Try<Option<ClassFile>> classFileForHost(String binaryName) {
    return ofHost.computeIfAbsent(binaryName, name -> noting(view.classFileForHost(name)));
  }

  @Override
  public Try<Boolean> listsAll(String packageName) {
    return complete.computeIfAbsent(packageName, view::listsAll);
  }

  @Override
  public Try<Option<Hiding>> hidingOf(String binaryName) {
    return hiddenClasses.computeIfAbsent(binaryName, view::hidingOf);
  }

  @Override
  public HostView snapshot() {
    return this;
  }

  private Try<Option<ClassFile>> noting(Try<Option<ClassFile>> answer) {
    if (answer.isSuccess() && answer.get().isDefined()) {
      packagesOfFound.add(answer.get().get().packageName());
    }
    return answer;
  }
}
