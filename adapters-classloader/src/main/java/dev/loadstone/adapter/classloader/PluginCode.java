package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.error.ThrowableText;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Calls into plugin code by reflection, and lets what that threw pass as it was thrown. */
final class PluginCode {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private PluginCode() {}

  /** A reflective call. */
  @FunctionalInterface
  interface Call {

    @Nullable Object invoke() throws ReflectiveOperationException;
  }

  static @Nullable Object call(Call call) throws Throwable {
    try {
      return call.invoke();
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  static void initialize(Class<?> type) throws ReflectiveOperationException {
    Class.forName(type.getName(), true, type.getClassLoader());
  }

  /** Returns what an initialiser threw, if that is why; otherwise what was thrown. */
  static Throwable ownThrowable(Throwable thrown) {
    // A subclass is the plugin's own, and so is what it answers.
    Throwable cause =
        thrown.getClass() == ExceptionInInitializerError.class ? thrown.getCause() : null;
    return cause == null ? thrown : cause;
  }

  /**
   * Asks what a plugin threw for its text, on a thread of its own: that may never return. The
   * calling thread waits for a bounded time, whoever interrupts it.
   */
  static ThrowableText textOf(Throwable thrown) {
    FutureTask<ThrowableText> answer = new FutureTask<>(() -> ThrowableText.of(thrown));
    // Inherited thread-local values would be made by the plugin's code, on this thread.
    Thread asking = new Thread(null, answer, "loadstone-throwable", 0, false);
    asking.setDaemon(true);
    try {
      asking.start();
      return await(answer, System.nanoTime() + PATIENCE.toNanos());
    } catch (OutOfMemoryError | ExecutionException | TimeoutException noAnswer) {
      return ThrowableText.unanswered(thrown);
    }
  }

  private static <T> T await(Future<T> answer, long deadline)
      throws ExecutionException, TimeoutException {
    while (true) {
      try {
        return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        // By the plugin: what its run did to the thread is undone after it.
      }
    }
  }
}
