package dev.loadstone.checks.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web applications of an embedded Tomcat. */
@Tag("thorough")
final class TomcatIT {

  private static final int PATIENCE = 100;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void load_webApplication_pluginsSeeItAndItIsCollectedAfterUndeployment(boolean unpack)
      throws Exception {
    PackedJar war = new PackedJar().classes("WEB-INF/classes/", Library.CLASSES, "acme");
    for (Path jar : Library.jars()) {
      war.add("WEB-INF/lib/" + jar.getFileName(), jar);
    }
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    Files.createDirectory(folder.resolve("webapps"));
    ((StandardHost) tomcat.getHost()).setUnpackWARs(unpack);
    Context application =
        tomcat.addWebapp("/app", war.write(folder.resolve("webapps/app.war")).toString());
    tomcat.start();
    try {
      List<String> lines = run(application.getLoader().getClassLoader());
      WeakReference<ClassLoader> loader =
          new WeakReference<>(application.getLoader().getClassLoader());

      Told.assertSeesItsHost(lines);
      assertThat(folder.resolve("webapps/app").toFile().exists()).isEqualTo(unpack);
      tomcat.getHost().removeChild(application);
      application = null;
      assertIsCollected(loader);
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  /**
   * Runs the host as Tomcat does, on a thread that has its loader. The test's own is of a pool that
   * starts others while its thread waits: they would keep whatever is on its stack.
   */
  private List<String> run(ClassLoader application) throws Exception {
    FutureTask<List<String>> host =
        new FutureTask<>(
            () -> program(application).apply(Files.createDirectory(folder.resolve("plugins"))));
    Thread thread = new Thread(host, "request");
    thread.setContextClassLoader(application);
    thread.start();
    return host.get();
  }

  @SuppressWarnings("unchecked") // That is what the host's program is.
  private static Function<Path, List<String>> program(ClassLoader application)
      throws ReflectiveOperationException {
    return (Function<Path, List<String>>)
        application.loadClass("acme.host.HostProgram").getConstructor().newInstance();
  }

  private static void assertIsCollected(WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < PATIENCE && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(reference.get()).isNull();
  }
}
