package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.PluginFrames;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The defining loader of one run of a plugin: its own classes and resources first, from the bytes
 * in memory, then those of the host.
 */
final class PluginClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final PluginContent content;
  private final PluginUrls urls;
  private final ProtectionDomain domain;

  /**
   * Makes a loader that has not defined a class yet.
   *
   * @param mainClass the plugin's main class, after which the loader is named in stack traces
   * @param parent what the plugin sees of the host
   * @param content what the plugin holds
   * @param urls where that is
   * @param codeSource what the plugin's classes name as their origin
   */
  PluginClassLoader(
      String mainClass,
      PluginParentLoader parent,
      PluginContent content,
      PluginUrls urls,
      URL codeSource) {
    super(PluginFrames.loaderName(mainClass), parent);
    this.content = content;
    this.urls = urls;
    this.domain =
        new ProtectionDomain(new CodeSource(codeSource, (Certificate[]) null), null, this, null);
  }

  /** Lists the classes that the plugin was made of. */
  ClassRoot classes() {
    return new PackageIndex(content.classNames().stream().map(BinaryNames::resourceName));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // What others define here counts as well: Lookup.defineClass, proxies.
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    if (content.classFile(name).isEmpty()) {
      return getParent().loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loadedMeanwhile = findLoadedClass(name);
      return loadedMeanwhile == null ? findClass(name) : loadedMeanwhile;
    }
  }

  // Called by the platform too, for the annotations of a package.
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Bytes classFile = content.classFile(name).getOrNull();
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile.asByteBuffer(), domain);
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own == null ? getParent().getResource(name) : own;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> found = new ArrayList<>(urls.find(name).toJavaList());
    found.addAll(Collections.list(getParent().getResources(name)));
    return Collections.enumeration(found);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    Bytes own = content.resource(name).getOrNull();
    return own == null ? getParent().getResourceAsStream(name) : own.newInputStream();
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return urls.find(name).getOrNull();
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.enumeration(urls.find(name).toJavaList());
  }
}
