package dev.loadstone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A program that compiles the plugins of some changes, by their numbers, against the hosts as they
 * were before.
 */
final class CompileForHosts {

  private CompileForHosts() {}

  public static void main(String[] arguments) {
    Path root = Path.of(arguments[0]);
    Arrays.stream(arguments).skip(1).forEach(number -> compile(root.resolve(number)));
  }

  static void compile(Path folder) {
    try (Loadstone loadstone =
        Loadstone.builder()
            .hostClassLoader(ClassLoader.getPlatformClassLoader())
            .classPath(List.of(folder.resolve(HostVersions.BEFORE)))
            .warnings(Warnings.ignored())
            .release(17)
            .build()) {
      loadstone
          .loader(new TypeRef<Callable<Object>>() {})
          .expert()
          .compile(
              List.of(folder.resolve(HostVersions.SOURCE)), folder.resolve(HostVersions.ARTIFACT))
          .get();
    }
  }
}
