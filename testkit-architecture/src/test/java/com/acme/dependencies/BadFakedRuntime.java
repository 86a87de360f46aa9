package com.acme.dependencies;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.testkit.FakeHostRuntime;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.SortedSet;
import java.util.TreeSet;

final class BadFakedRuntime implements HostRuntime {
  @Override
  public Try<RuntimeIdentity> identity() {
    return FakeHostRuntime.of(21, "a build").identity();
  }

  @Override
  public Try<Option<ClassFile>> platformClass(String binaryName) {
    return Try.success(Option.none());
  }

  @Override
  public Try<SortedSet<String>> jdkModules() {
    return Try.success(new TreeSet<>());
  }
}
