package acme.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;

/** An agent that appends a JAR to the system class loader, and one to the bootstrap loader. */
public final class Appender {

  private Appender() {}

  public static void premain(String jars, Instrumentation instrumentation) throws IOException {
    String[] names = jars.split(",", -1);
    instrumentation.appendToSystemClassLoaderSearch(new JarFile(names[0]));
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(names[1]));
  }
}
