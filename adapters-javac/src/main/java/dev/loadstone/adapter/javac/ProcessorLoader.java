package dev.loadstone.adapter.javac;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Defines annotation processors. They see the JDK with javac, themselves, and no class of the host.
 */
final class ProcessorLoader extends URLClassLoader {

  private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

  /** Where a class file has its major version (JVMS 4.1). */
  private static final int VERSION_END = 8;

  static {
    registerAsParallelCapable();
  }

  ProcessorLoader(URL... jars) {
    super("loadstone-processors", jars, new JavacLoader());
  }

  /** Returns the names of the processors that are registered, each once, in their order. */
  Set<String> registered() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (URL file : Collections.list(findResources(SERVICE))) {
      new String(read(file, Integer.MAX_VALUE), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
    }
    return names;
  }

  /** Returns the major version of a class file, -1 where it cannot be read. */
  int classFileVersion(String className) {
    URL file = findResource(className.replace('.', '/') + ".class");
    try {
      byte[] head = file == null ? new byte[0] : read(file, VERSION_END);
      return head.length < VERSION_END
          ? -1
          : ((head[VERSION_END - 2] & 0xff) << 8) | (head[VERSION_END - 1] & 0xff);
    } catch (IOException e) {
      return -1;
    }
  }

  private static byte[] read(URL file, int most) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false);
    try (InputStream content = connection.getInputStream()) {
      return content.readNBytes(most);
    }
  }

  /** Finds the JDK's own classes, and those of javac, which the application's loader has. */
  private static final class JavacLoader extends ClassLoader {

    static {
      registerAsParallelCapable();
    }

    private final Module javac = JavacTask.class.getModule();

    JavacLoader() {
      super("loadstone-javac", getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      int end = name.lastIndexOf('.');
      Class<?> found =
          end > 0 && javac.getPackages().contains(name.substring(0, end))
              ? Class.forName(javac, name)
              : null;
      if (found == null) {
        throw new ClassNotFoundException(name);
      }
      return found;
    }
  }
}
