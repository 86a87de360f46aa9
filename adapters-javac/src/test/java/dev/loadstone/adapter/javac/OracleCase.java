package dev.loadstone.adapter.javac;

import dev.loadstone.domain.source.SourceFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A compilation that javac and our compiler are both given.
 *
 * @param name what a person needs to find it again
 * @param files the files, of which no two have the same base name
 * @param compiling how our compiler does it
 * @param classPath the host's classes for javac
 */
record OracleCase(String name, List<SourceFile> files, Compiling compiling, List<Path> classPath) {

  static OracleCase alone(String name, SourceFile file) {
    return new OracleCase(name, List.of(file), Compiling.sideEffect(), List.of());
  }

  static OracleCase against(JarsHostView host, String name, List<SourceFile> files) {
    return new OracleCase(name, files, Compiling.sideEffect().host(host), host.classPath());
  }

  OracleCase with(String newName, SourceFile file) {
    return new OracleCase(newName, List.of(file), compiling, classPath);
  }

  OracleCase with(Compiling newCompiling) {
    return new OracleCase(name, files, newCompiling.host(compiling.host()), classPath);
  }
}
