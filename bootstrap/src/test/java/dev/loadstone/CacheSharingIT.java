package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several instances of one JVM that share a cache, also of two copies of the library. */
@Timeout(300)
final class CacheSharingIT {

  private static final int ROUNDS = 5;
  private static final int PLUGINS = 4;

  @TempDir private Path folder;

  private List<Path> sources() {
    return IntStream.range(0, PLUGINS)
        .mapToObj(
            i ->
                Sources.write(
                    folder,
                    "P" + i + ".java",
                    "public class P%1$d implements java.util.function.IntSupplier { public int getAsInt() { return %1$d; } }"
                        .formatted(i)))
        .toList();
  }

  @Test
  void load_instancesOfOneClassLoader_rightValuesAndOneEntryEach() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Path cache = folder.resolve("cache" + round);

      assertShared(
          cache,
          List.of(
              new LoadAllAtOnce(cache, sources()),
              new LoadAllAtOnce(cache, sources()),
              new LoadAllAtOnce(cache, sources())));
    }
  }

  @Test
  void load_twoCopiesOfTheLibrary_rightValuesAndOneEntryEach() throws Exception {
    try (URLClassLoader one = copyOfTheLibrary();
        URLClassLoader other = copyOfTheLibrary()) {
      for (int round = 0; round < ROUNDS; round++) {
        Path cache = folder.resolve("cache" + round);

        assertShared(
            cache, List.of(in(one, cache), in(other, cache), in(one, cache), in(other, cache)));
      }
    }
  }

  private static URLClassLoader copyOfTheLibrary() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(element).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @SuppressWarnings("unchecked") // It is the same class, of another loader.
  private Callable<List<String>> in(ClassLoader library, Path cache) throws Exception {
    Class<?> copy = library.loadClass(LoadAllAtOnce.class.getName());
    assertThat(copy).isNotSameAs(LoadAllAtOnce.class);
    return (Callable<List<String>>)
        copy.getConstructor(Path.class, List.class).newInstance(cache, sources());
  }

  private static void assertShared(Path cache, List<Callable<List<String>>> users)
      throws Exception {
    List<String> told = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(users.size());
    try {
      for (Future<List<String>> each : threads.invokeAll(users)) {
        told.addAll(each.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(told).noneMatch(line -> line.startsWith("trouble"));
    assertThat(told.stream().filter(line -> line.startsWith("value")).distinct())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, PLUGINS).mapToObj(i -> "value " + i).toList());
    // Turns are not promised, so it may be more often than once; who waits in one instance is given
    // what that one has.
    assertThat(told.stream().filter(line -> line.startsWith("compiled")))
        .hasSizeBetween(PLUGINS, PLUGINS * users.size());
    assertThat(StoredFiles.entries(cache)).hasSize(PLUGINS);
    assertThat(StoredFiles.passing(cache)).isEmpty();
  }
}
