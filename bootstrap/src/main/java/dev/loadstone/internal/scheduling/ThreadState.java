package dev.loadstone.internal.scheduling;

import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin may change of the thread that it runs on, as it was before. The thread-local values
 * of others are not known to anybody.
 */
final class ThreadState {

  private final Thread thread = Thread.currentThread();
  private final @Nullable ClassLoader contextClassLoader = thread.getContextClassLoader();
  private final UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
  private final String name = thread.getName();
  private final int priority = thread.getPriority();
  private final ThreadGroup group = thread.getThreadGroup();
  private final int mostOfGroup = group.getMaxPriority();
  private final boolean isInterrupted = thread.isInterrupted();

  private ThreadState() {}

  static ThreadState ofThisThread() {
    return new ThreadState();
  }

  /** Puts it back; called by the same thread. */
  // An interrupt that comes while the plugin runs is the plugin's: it is told as the cause if it
  // ended the plugin, and would make the caller's next file operation fail.
  @SuppressWarnings("ThreadPriorityCheck")
  void restore() {
    if (isInterrupted) {
      thread.interrupt();
    } else {
      Thread.interrupted();
    }
    thread.setContextClassLoader(contextClassLoader);
    if (!thread.getName().equals(name)) {
      thread.setName(name);
    }
    if (group.getMaxPriority() != mostOfGroup) {
      group.setMaxPriority(mostOfGroup); // More than that a thread of the group cannot have.
    }
    if (thread.getPriority() != priority) {
      thread.setPriority(priority);
    }
    if (thread.getUncaughtExceptionHandler() != handler) {
      // A thread without a handler of its own answers with its group.
      thread.setUncaughtExceptionHandler(handler == thread.getThreadGroup() ? null : handler);
    }
  }
}
