package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers every answer of another view, those that there is nothing included. */
final class SnapshotHostView implements HostView {

  private final HostView view;
  private final ConcurrentMap<String, Try<List<String>>> classes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Option<ClassFile>>> files = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Option<ClassFile>>> ofHost = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Boolean>> packages = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Try<Option<AllowedPackages>>> hidden =
      new ConcurrentHashMap<>();

  SnapshotHostView(HostView view) {
    this.view = view;
  }

  @Override
  public Try<List<String>> classesIn(String packageName) {
    return classes.computeIfAbsent(packageName, view::classesIn);
  }

  @Override
  public Try<Option<ClassFile>> classFile(String binaryName) {
    return files.computeIfAbsent(binaryName, view::classFile);
  }

  @Override
  public Try<Boolean> hasPackage(String packageName) {
    return packages.computeIfAbsent(packageName, view::hasPackage);
  }

  @Override
  public Try<Option<AllowedPackages>> hiddenBy(String packageName) {
    return hidden.computeIfAbsent(packageName, view::hiddenBy);
  }

  @Override
  public Try<Option<ClassFile>> classFileForHost(String binaryName) {
    return ofHost.computeIfAbsent(binaryName, view::classFileForHost);
  }

  @Override
  public HostView snapshot() {
    return this;
  }
}
