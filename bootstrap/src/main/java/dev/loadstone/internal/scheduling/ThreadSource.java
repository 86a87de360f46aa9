package dev.loadstone.internal.scheduling;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes threads that inherit nothing of the code on whose behalf they are made: no access-control
 * context, thread-local value, context class loader or thread group of a plugin, any of which would
 * keep its classes alive.
 */
final class ThreadSource implements ThreadFactory {

  private final String name;
  private final long stackSize;
  private final ThreadGroup group;
  private final AtomicLong count = new AtomicLong();

  ThreadSource(String name, long stackSize, ThreadGroup group) {
    this.name = name;
    this.stackSize = stackSize;
    this.group = group;
  }

  // A thread takes the access-control context of its maker (up to JDK 23), and only this call
  // clears it.
  @SuppressWarnings({"removal", "ThreadPriorityCheck"})
  @Override
  public Thread newThread(Runnable work) {
    String threadName = "loadstone-" + name + "-" + count.incrementAndGet();
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>)
            () -> {
              Thread thread = new Thread(group, work, threadName, stackSize, false);
              thread.setDaemon(true);
              thread.setPriority(Thread.NORM_PRIORITY); // It would have its maker's.
              thread.setContextClassLoader(ThreadSource.class.getClassLoader());
              return thread;
            });
  }
}
