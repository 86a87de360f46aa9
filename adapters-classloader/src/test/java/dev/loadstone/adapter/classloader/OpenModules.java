package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.context.AllowedPackages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens Dagger modules for a test, and closes them all after it. */
final class OpenModules implements AfterEachCallback {

  private final List<ClassLoaderAdapter> open = new CopyOnWriteArrayList<>();

  /** Opens a module over this test's own loader. */
  ClassLoaderAdapter overOwnLoader(Path... classPath) {
    return over(OpenModules.class.getClassLoader(), classPath);
  }

  /** Opens a module over a class path, on a host that has nothing but the JDK. */
  ClassLoaderAdapter overClassPath(Path... classPath) {
    return over(ClassLoader.getPlatformClassLoader(), classPath);
  }

  /** Opens a module over a class path of which some packages are allowed. */
  ClassLoaderAdapter allowing(AllowedPackages allowed, Path... classPath) {
    return open(ClassLoader.getPlatformClassLoader(), allowed, classPath);
  }

  ClassLoaderAdapter over(ClassLoader host, Path... classPath) {
    return open(host, AllowedPackages.everything(), classPath);
  }

  ClassLoaderAdapter open(ClassLoader host, AllowedPackages allowed, Path... classPath) {
    ClassLoaderAdapter module = new ClassLoaderAdapter(host, List.of(classPath), allowed);
    open.add(module);
    return module;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (ClassLoaderAdapter module : open) {
      module.close();
    }
  }
}
