package com.acme.dependencies;

import dev.loadstone.Loadstone;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.SortedSet;
import java.util.TreeSet;

record BadFacadeRuntime(Loadstone loadstone) implements HostRuntime {
  @Override
  public Try<RuntimeIdentity> identity() {
    return Try.failure(new Closed());
  }

  @Override
  public Try<Option<ClassFile>> platformClass(String binaryName) {
    return Try.success(Option.none());
  }

  @Override
  public Try<SortedSet<String>> jdkModules() {
    return Try.success(new TreeSet<>());
  }

  /** What is nested in an adapter is part of it. */
  static final class Part {
    Loadstone another() {
      return Loadstone.create();
    }
  }
}
