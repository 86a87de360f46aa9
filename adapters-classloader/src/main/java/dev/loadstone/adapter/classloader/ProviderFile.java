package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.function.Predicate;

/**
 * A provider-configuration file of the host, as {@link java.util.ServiceLoader} defines it.
 *
 * <p>A provider whose class does not exist for plugins is none for them. Were it named all the
 * same, a plugin that iterates over a service, or asks the JDK for one of its own, would end in a
 * {@code ServiceConfigurationError}.
 */
final class ProviderFile {

  private static final String FOLDER = "META-INF/services/";

  private final URL url;
  private final Bytes content;

  private ProviderFile(URL url, Bytes content) {
    this.url = url;
    this.content = content;
  }

  static boolean isNamed(String resourceName) {
    return resourceName.startsWith(FOLDER);
  }

  /** Reads a file without the JDK's cache of JARs, which would keep it open. */
  static ProviderFile read(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    try (InputStream content = connection.getInputStream()) {
      return new ProviderFile(url, Bytes.of(content.readAllBytes()));
    }
  }

  /**
   * Returns the URL of the file with only those providers that exist, none where that leaves
   * nothing of them. The text of the URL is that of the file's own.
   */
  Option<URL> urlWith(Predicate<String> exists) {
    List<String> lines = content.toUtf8String().lines().toList();
    List<String> left = lines.stream().filter(line -> !isHidden(line, exists)).toList();
    if (left.size() == lines.size()) {
      return Option.some(url);
    }
    return Option.when(
        left.stream().anyMatch(line -> !provider(line).isEmpty()),
        () -> servedFromMemory(String.join("\n", left)));
  }

  private static boolean isHidden(String line, Predicate<String> exists) {
    String provider = provider(line);
    return !provider.isEmpty() && !exists.test(provider);
  }

  private static String provider(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).strip();
  }

  private URL servedFromMemory(String text) {
    Bytes bytes = Bytes.ofUtf8(text);
    URLStreamHandler handler =
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL asked) {
            return new MemoryConnection(asked, bytes);
          }
        };
    try {
      return new URL(null, url.toExternalForm(), handler);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a URL cannot be made again: " + url, e);
    }
  }
}
