package dev.loadstone.adapter.fs;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A class loader as plugins have one: it defines {@link PluginCaller} anew. */
final class PluginLoader extends ClassLoader {

  PluginLoader() {
    super(PluginLoader.class.getClassLoader());
  }

  /** Has its class call something, in a thread that is the plugin's in every respect. */
  void call(Callable<?> work) throws Exception {
    Consumer<Callable<?>> caller = caller();
    Thread thread =
        new Thread(new ThreadGroup("plugin"), () -> caller.accept(work), "plugin's thread");
    thread.setContextClassLoader(this);
    thread.start();
    thread.join();
  }

  @SuppressWarnings("unchecked")
  private Consumer<Callable<?>> caller() throws Exception {
    String name = PluginCaller.class.getName();
    byte[] bytes;
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new IOException(name);
      }
      bytes = in.readAllBytes();
    }
    return (Consumer<Callable<?>>)
        defineClass(name, bytes, 0, bytes.length).getConstructor().newInstance();
  }
}
