package dev.loadstone.internal.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a small text that was packaged with a class, wherever that is: through the loader that
 * defined the class, and never what the loader has from its parent. A parent may have another build
 * of the same, and a loader that prefers its own classes need not prefer its own resources.
 */
final class OwnResource {

  private static final int MAX_SIZE = 1 << 12;
  private static final String NONE = "";

  private final String name;

  private OwnResource(String name) {
    this.name = name;
  }

  /**
   * Reads a resource.
   *
   * @return its text; empty where the loader that defined the class has none of its own
   */
  static String of(Class<?> type, String name) throws IOException {
    OwnResource resource = new OwnResource(name);
    if (type.getModule().isNamed()) {
      return read(type.getModule().getResourceAsStream(name));
    }
    ClassLoader loader = type.getClassLoader();
    return loader == null
        ? read(ClassLoader.getPlatformClassLoader().getResource(name))
        : resource.of(loader);
  }

  private String of(ClassLoader loader) throws IOException {
    ClassLoader given = loader.getParent();
    ClassLoader parent = given == null ? ClassLoader.getPlatformClassLoader() : given;
    String text =
        parent.getResource(name) == null ? read(loader.getResource(name)) : firstOf(loader, parent);
    return text.isEmpty() ? ofStream(loader, parent) : text;
  }

  /** Reads the first that the loader gives more than its parent. */
  private String firstOf(ClassLoader loader, ClassLoader parent) throws IOException {
    List<Map.Entry<String, String>> own = all(loader);
    all(parent).forEach(own::remove);
    return own.stream()
        .map(Map.Entry::getValue)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(NONE);
  }

  /** Returns the texts that a loader gives, each with its place. */
  private List<Map.Entry<String, String>> all(ClassLoader loader) throws IOException {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    for (URL each : Collections.list(loader.getResources(name))) {
      all.add(Map.entry(each.toExternalForm(), read(each)));
    }
    URL first = loader.getResource(name);
    if (first != null
        && all.stream().noneMatch(each -> each.getKey().equals(first.toExternalForm()))) {
      all.add(Map.entry(first.toExternalForm(), read(first)));
    }
    return all;
  }

  /** Reads what a loader gives as a stream only, unless it is what the parent gives, too. */
  private String ofStream(ClassLoader loader, ClassLoader parent) throws IOException {
    try (InputStream own = loader.getResourceAsStream(name);
        InputStream inherited = parent.getResourceAsStream(name)) {
      if (own == null) {
        return NONE;
      }
      boolean isOfOneKind = inherited != null && own.getClass() == inherited.getClass();
      String text = read(own);
      return isOfOneKind && text.equals(read(inherited)) ? NONE : text;
    }
  }

  /** Not through the JDK's cache of JARs, which would keep the file open. */
  private static String read(@Nullable URL url) {
    if (url == null) {
      return NONE;
    }
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      return read(connection.getInputStream());
    } catch (IOException e) {
      // There are loaders whose URLs nobody can open; they may still give a stream.
      return NONE;
    }
  }

  private static String read(@Nullable InputStream stream) throws IOException {
    try (stream) {
      return stream == null
          ? NONE
          : new String(stream.readNBytes(MAX_SIZE), StandardCharsets.UTF_8);
    }
  }
}
