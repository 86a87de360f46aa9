package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/** The classes of no host, for what only parses. */
final class EmptyHostView implements HostView {

  @Override
  public Try<List<String>> classesIn(String packageName) {
    return Try.success(List.of());
  }

  @Override
  public Try<Option<ClassFile>> classFile(String binaryName) {
    return Try.success(Option.none());
  }

  @Override
  public Try<Boolean> hasPackage(String packageName) {
    return Try.success(false);
  }

  @Override
  public HostView snapshot() {
    return this;
  }
}
