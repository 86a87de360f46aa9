package dev.loadstone.checks.hosts;

import static java.util.stream.Collectors.joining;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Bundles of Apache Felix. */
final class OsgiIT {

  private static final String OF_THE_JDK = "javax.*,com.sun.*,jdk.*";

  @TempDir Path folder;

  private Framework felix;

  @BeforeEach
  void start() throws Exception {
    felix =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("felix").toString(),
                    // A process has one factory of handlers, and Tomcat needs it.
                    "felix.service.urlhandlers",
                    "false"));
    felix.start();
  }

  @AfterEach
  void stop() throws Exception {
    felix.stop();
    felix.waitForStop(0);
  }

  @Test
  void load_libraryInABundleOfItsOwn_pluginsSeeTheHostsBundle() throws Exception {
    PackedJar library = Library.merged();
    String packages = library.packages().collect(joining(","));
    install("library", library.header(Constants.EXPORT_PACKAGE, packages), OF_THE_JDK);
    PackedJar api = new PackedJar().header(Constants.EXPORT_PACKAGE, "acme.api");
    install("api", api.classes("", Library.CLASSES, "acme.api"), "");
    PackedJar host = new PackedJar().header(Constants.IMPORT_PACKAGE, "acme.api," + packages);
    host.classes("", Library.CLASSES, "acme.host", "acme.internal");

    Told.assertSeesItsHost(run(install("host", host, "")));
  }

  @Tag("thorough")
  @Test
  void load_libraryInTheHostsBundle_pluginsSeeIt() throws Exception {
    PackedJar host = new PackedJar().classes("", Library.CLASSES, "acme");
    for (Path jar : Library.jars()) {
      host.add("lib/" + jar.getFileName(), jar);
    }
    Stream<String> jars = Library.jars().stream().map(jar -> "lib/" + jar.getFileName());
    host.header(
        Constants.BUNDLE_CLASSPATH, Stream.concat(Stream.of("."), jars).collect(joining(",")));

    Told.assertSeesItsHost(run(install("host", host, OF_THE_JDK)));
  }

  private Bundle install(String name, PackedJar jar, String dynamicImports) throws Exception {
    jar.header(Constants.BUNDLE_MANIFESTVERSION, "2").header(Constants.BUNDLE_SYMBOLICNAME, name);
    if (!dynamicImports.isEmpty()) {
      jar.header(Constants.DYNAMICIMPORT_PACKAGE, dynamicImports);
    }
    Path file = jar.write(folder.resolve(name + ".jar"));
    try (InputStream content = Files.newInputStream(file)) {
      Bundle bundle = felix.getBundleContext().installBundle(name, content);
      bundle.start();
      return bundle;
    }
  }

  @SuppressWarnings("unchecked") // That is what the host's program is.
  private List<String> run(Bundle host) throws Exception {
    return ((Function<Path, List<String>>)
            host.loadClass("acme.host.HostProgram").getConstructor().newInstance())
        .apply(Files.createDirectory(folder.resolve("work")));
  }
}
