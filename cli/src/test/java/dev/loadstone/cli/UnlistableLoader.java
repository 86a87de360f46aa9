package dev.loadstone.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Gives the classes of a JAR by name, and does not tell where they come from. */
final class UnlistableLoader extends ClassLoader {

  private final URLClassLoader jar;

  UnlistableLoader(Path jar) throws MalformedURLException {
    super(getPlatformClassLoader());
    this.jar = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return jar.loadClass(name);
  }

  @Override
  protected URL findResource(String name) {
    return jar.getResource(name);
  }
}
