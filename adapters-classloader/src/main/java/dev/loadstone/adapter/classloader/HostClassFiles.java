package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Limits;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.net.URL;
import java.net.URLConnection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files through a class loader, and thus the very ones that it would define.
 *
 * <p>A class file that is there and cannot be read is an exception, as is whatever the loader
 * throws: only what the loader does not find does not exist.
 *
 * <p>Entries of JARs are read without the JDK's cache, which would keep the files open and give the
 * old content of a replaced one. That costs a JAR file object for each, several times the reading
 * (50 classes: 15 ms against 3 ms), so what was read from a JAR is kept while memory allows.
 */
final class HostClassFiles {

  private final ClassLoader loader;
  private final SuppliedClasses supplied;
  private final ConcurrentMap<String, SoftReference<Bytes>> fromJars = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, SoftReference<KnownClassFile>> byName =
      new ConcurrentHashMap<>();

  HostClassFiles(ClassLoader loader, SuppliedClasses supplied) {
    this.loader = loader;
    this.supplied = supplied;
  }

  Option<Bytes> read(String binaryName) throws IOException {
    Option<Bytes> given = supplied.read(binaryName);
    if (given.isDefined()) {
      return given;
    }
    String resourceName = BinaryNames.resourceName(binaryName);
    URL location = loader.getResource(resourceName);
    return location == null ? readStream(resourceName) : Option.some(read(location));
  }

  /**
   * Reads what {@link #read} does, at a small part of its cost where the class was read before: the
   * loader is not asked again where a class is, and a file that has not been touched is not read
   * again.
   */
  Option<Bytes> readAgain(String binaryName) throws IOException {
    Option<Bytes> given = supplied.read(binaryName);
    if (given.isDefined()) {
      return given;
    }
    KnownClassFile known = known(byName.get(binaryName));
    if (known != null && known.isUnchanged()) {
      return Option.some(known.content());
    }
    String resourceName = BinaryNames.resourceName(binaryName);
    URL location = loader.getResource(resourceName);
    if (location == null) {
      return readStream(resourceName);
    }
    FileStamp before = FileStamp.of(location);
    Bytes content = read(location);
    byName.put(binaryName, new SoftReference<>(new KnownClassFile(content, location, before)));
    return Option.some(content);
  }

  boolean exists(String binaryName) throws IOException {
    return loader.getResource(BinaryNames.resourceName(binaryName)) != null
        || read(binaryName).isDefined();
  }

  // A loader may serve streams, and have no URLs to give.
  private Option<Bytes> readStream(String resourceName) throws IOException {
    try (InputStream content = loader.getResourceAsStream(resourceName)) {
      return content == null ? Option.none() : Option.some(read(content));
    }
  }

  private Bytes read(URL location) throws IOException {
    if (!location.getProtocol().equals("jar")) {
      return readNow(location);
    }
    String key = location.toExternalForm();
    Bytes known = known(fromJars.get(key));
    if (known != null) {
      return known;
    }
    Bytes content = readNow(location);
    fromJars.put(key, new SoftReference<>(content));
    return content;
  }

  private static <T> @Nullable T known(@Nullable SoftReference<T> reference) {
    return reference == null ? null : reference.get();
  }

  private static Bytes readNow(URL location) throws IOException {
    if (FileStamp.isOfPipe(location)) {
      throw new IOException(location + " is a device, a pipe or a socket");
    }
    URLConnection connection = location.openConnection();
    connection.setUseCaches(false);
    try (InputStream content = connection.getInputStream()) {
      return read(content);
    }
  }

  private static Bytes read(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(Limits.CLASS_FILE_BYTES + 1);
    if (bytes.length > Limits.CLASS_FILE_BYTES) {
      throw new IOException("it has more than " + Limits.CLASS_FILE_BYTES + " bytes");
    }
    return Bytes.of(bytes);
  }
}
