package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.context.AllowedPackages;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens Dagger modules for a test, and closes them all after it. */
final class OpenModules implements AfterEachCallback {

  private final List<ClassLoaderModule> open = new CopyOnWriteArrayList<>();

  /** Opens a module over this test's own loader. */
  ClassLoaderModule overOwnLoader(Path... classPath) {
    return over(OpenModules.class.getClassLoader(), classPath);
  }

  /** Opens a module over a class path, on a host that has nothing but the JDK. */
  ClassLoaderModule overClassPath(Path... classPath) {
    return over(ClassLoader.getPlatformClassLoader(), classPath);
  }

  /** Opens a module over a class path of which some packages are allowed. */
  ClassLoaderModule allowing(AllowedPackages allowed, Path... classPath) {
    return open(ClassLoader.getPlatformClassLoader(), allowed, classPath);
  }

  ClassLoaderModule over(ClassLoader host, Path... classPath) {
    return open(host, AllowedPackages.everything(), classPath);
  }

  ClassLoaderModule open(ClassLoader host, AllowedPackages allowed, Path... classPath) {
    ClassLoaderModule module = new ClassLoaderModule(host, List.of(classPath), allowed);
    open.add(module);
    return module;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (ClassLoaderModule module : open) {
      module.hostResources().close();
    }
  }
}
