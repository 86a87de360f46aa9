package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.error.HostFailed;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parent of every plugin's loader: the JDK, and what the host gives. It defines nothing.
 *
 * <p>Nothing is delegated to the host's loader unasked. It is the parent all the same, since {@link
 * java.util.ServiceLoader} looks for the providers of named modules along the chain of parents.
 * Those it gives whatever their package, as it asks the modules and no loader: a plugin can use one
 * as it can any object of the host whose class it cannot name.
 *
 * <p>A package of the JDK is asked of its own module, so that the classes that a compiler takes
 * from the runtime image are there at run time too, whatever the host's loader sees or overrides.
 */
final class PluginParentLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;
  private final HostPackages packages;

  PluginParentLoader(ClassLoader host, HostPackages packages) {
    super("loadstone:host", host);
    this.host = host;
    this.packages = packages;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String packageName = ClassFile.packageOf(name);
    Module jdkModule = packages.jdkModule(packageName).getOrNull();
    if (jdkModule != null) {
      return ofJdk(jdkModule, name);
    }
    if (!packages.isGiven(packageName)) {
      throw new ClassNotFoundException(name);
    }
    return ofHost(name);
  }

  // What the JVM does with a loader's exception is to throw it into the middle of linking.
  private Class<?> ofHost(String name) throws ClassNotFoundException {
    try {
      return host.loadClass(name);
    } catch (RuntimeException ofTheHostsLoader) {
      throw new HostFailed(name, LoaderNames.of(host), ofTheHostsLoader);
    }
  }

  private static Class<?> ofJdk(Module module, String name) throws ClassNotFoundException {
    Class<?> found = Class.forName(module, name);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }

  @Override
  public @Nullable URL getResource(String name) {
    if (isHidden(name)) {
      return null;
    }
    URL ofJdk = jdkResource(name);
    if (ofJdk != null) {
      return ofJdk;
    }
    return ProviderFile.isNamed(name) ? firstProviderFile(name) : host.getResource(name);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    if (isHidden(name)) {
      return null;
    }
    if (jdkResource(name) == null && !ProviderFile.isNamed(name)) {
      return host.getResourceAsStream(name);
    }
    URL found = getResource(name);
    try {
      return found == null ? null : uncached(found);
    } catch (IOException e) {
      return null; // What ClassLoader.getResourceAsStream answers for what cannot be opened.
    }
  }

  private static InputStream uncached(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (isHidden(name)) {
      return Collections.emptyEnumeration();
    }
    List<URL> found = new ArrayList<>();
    URL ofJdk = jdkResource(name);
    if (ofJdk != null) {
      found.add(ofJdk);
    }
    for (URL ofHost : Collections.list(host.getResources(name))) {
      visible(name, ofHost).forEach(found::add);
    }
    // By text: comparing URLs may look up their hosts.
    Map<String, URL> distinct = new LinkedHashMap<>();
    found.forEach(url -> distinct.putIfAbsent(url.toExternalForm(), url));
    return Collections.enumeration(distinct.values());
  }

  private @Nullable URL firstProviderFile(String name) {
    try {
      Enumeration<URL> all = getResources(name);
      return all.hasMoreElements() ? all.nextElement() : null;
    } catch (IOException e) {
      return null; // What ClassLoader.getResource answers.
    }
  }

  // One that cannot be read is left to whoever reads it, who can tell.
  private Option<URL> visible(String name, URL ofHost) {
    if (!ProviderFile.isNamed(name)) {
      return Option.some(ofHost);
    }
    try {
      return ProviderFile.read(ofHost).urlWith(type -> isGiven(ClassFile.packageOf(type)));
    } catch (IOException unreadable) {
      return Option.some(ofHost);
    }
  }

  private boolean isHidden(String resourceName) {
    // A folder gives a file by a name with a slash too many as well; no JAR does.
    String name = BinaryNames.withoutSlashesAtTheEnd(resourceName);
    return !BinaryNames.isNormal(name)
        || (isClassFile(name) && !isGiven(BinaryNames.packageOfResource(name)));
  }

  private boolean isGiven(String packageName) {
    return packages.isGiven(packageName) || packages.jdkModule(packageName).isDefined();
  }

  private @Nullable URL jdkResource(String name) {
    Module module = packages.jdkModule(BinaryNames.packageOfResource(name)).getOrNull();
    if (module == null) {
      return null;
    }
    ClassLoader loader = module.getClassLoader();
    return loader == null
        ? ClassLoader.getPlatformClassLoader().getResource(name)
        : loader.getResource(name);
  }

  private static boolean isClassFile(String resourceName) {
    return resourceName.endsWith(BinaryNames.CLASS_SUFFIX);
  }
}
