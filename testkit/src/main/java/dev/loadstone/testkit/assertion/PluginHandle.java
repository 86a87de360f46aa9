package dev.loadstone.testkit.assertion;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A weak hold on a plugin that a test has loaded, to tell later whether it was unloaded.
 *
 * <p>It keeps nothing alive. The test must not either: take the handle in a method of its own, for
 * a local variable can live as long as its method. Safe for use by many threads.
 */
public final class PluginHandle {

  private static final long PAUSE_MILLIS = 20;

  private final String description;
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final WeakReference<Object> reference;

  private PluginHandle(String description, Object referent) {
    this.description = description;
    this.reference = new WeakReference<>(referent, collected);
  }

  /**
   * Takes hold of the defining loader of a plugin's value.
   *
   * @param value what the plugin gave, or an exception of its own
   * @throws IllegalArgumentException if the value's class is not the plugin's own, but one of the
   *     application or the JDK, whose loader stays
   */
  public static PluginHandle ofValue(Object value) {
    return ofClass(value.getClass());
  }

  /**
   * Takes hold of the defining loader of a plugin's class.
   *
   * @param type a class that the plugin defines
   * @throws IllegalArgumentException if the class is one of the application or the JDK, whose
   *     loader stays
   */
  public static PluginHandle ofClass(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || isOfThisProcess(loader)) {
      throw new IllegalArgumentException(
          type.getName()
              + " is no class of a plugin: its loader defines the application or the JDK, and"
              + " stays. Take the handle from a value whose class the plugin's source declares.");
    }
    return new PluginHandle("the class loader of " + type.getName(), loader);
  }

  /**
   * Takes hold of any object, such as a plugin that is linked and has not run.
   *
   * @param object the object
   */
  public static PluginHandle ofObject(Object object) {
    Objects.requireNonNull(object, "object");
    return new PluginHandle("an object of " + object.getClass().getName(), object);
  }

  /** Makes the virtual machine collect until the referent is gone or the time is over. */
  boolean isGoneWithin(Duration patience) {
    long start = System.nanoTime();
    do {
      System.gc();
      if (reference.refersTo(null) || !pause()) {
        break;
      }
    } while (System.nanoTime() - start < patience.toNanos());
    return reference.refersTo(null);
  }

  /** Waits for the collector's own notice; false when the thread was interrupted meanwhile. */
  private boolean pause() {
    try {
      collected.remove(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isOfThisProcess(ClassLoader loader) {
    return Stream.iterate(
            PluginHandle.class.getClassLoader(), Objects::nonNull, ClassLoader::getParent)
        .anyMatch(each -> each == loader);
  }

  /** Tells what it holds: the name of the plugin's class. */
  @Override
  public String toString() {
    return description;
  }
}
