package dev.loadstone;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A program that loads an artifact against a host of one JAR and prints its value. */
final class LoadSupplier {

  private LoadSupplier() {}

  public static void main(String[] arguments) throws MalformedURLException {
    ClassLoader host =
        new URLClassLoader(
            new URL[] {Path.of(arguments[1]).toUri().toURL()},
            ClassLoader.getPlatformClassLoader());
    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(host).build()) {
      System.out.println(
          loadstone
              .loader(new TypeRef<Supplier<String>>() {})
              .expert()
              .blockingLoadArtifact(Path.of(arguments[0]))
              .get()
              .get());
    }
  }
}
