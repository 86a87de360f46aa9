package dev.loadstone;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.testkit.assertion.PluginHandle;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web application that brings the library along is collected once it is undeployed. */
final class UndeploymentTest {

  @TempDir private Path folder;

  @Test
  void application_libraryOfItsOwn_isCollected() throws Exception {
    List<Path> places = new ArrayList<>(application());
    places.addAll(LibraryCopy.dependencies());

    PluginHandle first = deployed(places, ClassLoader.getPlatformClassLoader(), "first");
    PluginHandle second = deployed(places, ClassLoader.getPlatformClassLoader(), "second");

    assertThat(first).isUnloaded();
    assertThat(second).isUnloaded();
  }

  /** As where a container has Vavr and the like, which must not hold what the application did. */
  @Test
  void application_dependenciesOfItsContainer_isCollected() throws Exception {
    assertThat(deployed(application(), LibraryCopy.withoutLibrary(), "only")).isUnloaded();
  }

  private List<Path> application() throws Exception {
    return List.of(
        LibraryCopy.ofThisBuild()
            .withTestClass(LibraryScenario.class)
            .asOneJar(folder.resolve("application.jar")));
  }

  /** Deploys an application, lets it do all that the library can, and undeploys it. */
  private PluginHandle deployed(List<Path> places, ClassLoader container, String name)
      throws Exception {
    Path work = Files.createDirectory(folder.resolve(name));
    Path artifact = LibraryScenario.compile(folder);
    // The test engine's threads are a fork-join pool's, which starts another one when one waits. On
    // JDK 17 that keeps the loaders of all who are on the stack.
    ExecutorService ownThread = Executors.newSingleThreadExecutor();
    try {
      return ownThread
          .submit(
              () -> {
                try (URLClassLoader loader =
                    new URLClassLoader(LibraryCopy.urls(places), container)) {
                  Thread.currentThread().setContextClassLoader(loader);
                  Map<?, ?> outcomes =
                      (Map<?, ?>)
                          Class.forName(LibraryScenario.class.getName(), true, loader)
                              .getMethod("run", Path.class, Path.class)
                              .invoke(null, work, artifact);
                  assertThat(outcomes.get("load with a cache 2")).isEqualTo("hello");
                  assertThat(outcomes.get("load artifact EXACT")).isEqualTo("hello");
                  return PluginHandle.ofObject(loader);
                }
              })
          .get();
    } finally {
      ownThread.shutdown();
    }
  }
}
