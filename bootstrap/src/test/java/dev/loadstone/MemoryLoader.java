package dev.loadstone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** Defines classes from bytes, its own first, as loaders do that unpack what others packaged. */
final class MemoryLoader extends ClassLoader {

  /** How a loader gives what is no class. */
  enum Resources {
    /** As URLs of its own, such as {@code bundle://}; those of its parent come first. */
    URLS,
    /** As streams; URLs are those of the parent. */
    STREAMS,
    /** As URLs that nobody can open, and as streams. */
    CLOSED_URLS,
    /** Not at all, but for those of the parent. */
    NONE
  }

  private final Map<String, byte[]> files;
  private final Resources resources;

  MemoryLoader(Map<String, byte[]> files, Resources resources, ClassLoader parent) {
    super(parent);
    this.files = files;
    this.resources = resources;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] content = files.get(name.replace('.', '/') + ".class");
      return content == null
          ? super.loadClass(name, resolve)
          : defineClass(name, content, 0, content.length);
    }
  }

  @Override
  protected URL findResource(String name) {
    byte[] content = files.get(name);
    boolean asUrl = resources == Resources.URLS || resources == Resources.CLOSED_URLS;
    return content == null || !asUrl ? null : url(name, content);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL own = findResource(name);
    return own == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(own));
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] content = files.get(name);
    boolean asStream = resources == Resources.STREAMS || resources == Resources.CLOSED_URLS;
    return content == null || !asStream
        ? super.getResourceAsStream(name)
        : new ByteArrayInputStream(content);
  }

  private URL url(String name, byte[] content) {
    try {
      return new URL(null, "bundle://7.0:1/" + name, new Handler(content));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private final class Handler extends URLStreamHandler {

    private final byte[] content;

    Handler(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      if (resources == Resources.CLOSED_URLS) {
        throw new IOException("Resource does not exist: " + url);
      }
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
