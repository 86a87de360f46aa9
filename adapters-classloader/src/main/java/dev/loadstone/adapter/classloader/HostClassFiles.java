package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files through a class loader, and thus the very ones that it would define.
 *
 * <p>What cannot be read does not exist: the loader itself would say that there is no such class.
 */
final class HostClassFiles {

  private final ClassLoader loader;

  HostClassFiles(ClassLoader loader) {
    this.loader = loader;
  }

  Option<Bytes> read(String binaryName) {
    try (InputStream content = open(BinaryNames.resourceName(binaryName))) {
      return content == null ? Option.none() : Option.some(Bytes.of(content.readAllBytes()));
    } catch (IOException unreadable) {
      return Option.none();
    }
  }

  boolean exists(String binaryName) {
    String resourceName = BinaryNames.resourceName(binaryName);
    return loader.getResource(resourceName) != null || read(binaryName).isDefined();
  }

  private @Nullable InputStream open(String resourceName) throws IOException {
    URL location = loader.getResource(resourceName);
    // A loader may serve streams, and have no URLs to give.
    return location == null ? loader.getResourceAsStream(resourceName) : open(location);
  }

  private static InputStream open(URL location) throws IOException {
    URLConnection connection = location.openConnection();
    // The JDK's cache of JARs would give the old content of a replaced one, and keep it open. The
    // price is small, as the loader itself has the JAR open: its directory is shared.
    connection.setUseCaches(false);
    return connection.getInputStream();
  }
}
