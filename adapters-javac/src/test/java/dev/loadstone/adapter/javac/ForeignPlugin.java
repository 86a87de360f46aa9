package dev.loadstone.adapter.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import java.util.concurrent.atomic.AtomicInteger;

/** Javac finds this one on the class path of the tests, unless it is kept from looking there. */
public final class ForeignPlugin implements Plugin {

  static final AtomicInteger INSTANCES = new AtomicInteger();

  /** Called by whoever finds it. */
  public ForeignPlugin() {
    INSTANCES.incrementAndGet();
  }

  @Override
  public String getName() {
    return "foreign";
  }

  @Override
  public void init(JavacTask task, String... args) {}
}
