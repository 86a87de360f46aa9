package dev.loadstone.domain.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;

/**
 * A compilation or a plugin's start took longer than its limit. The thread still runs: neither can
 * be stopped from outside. The cause has that thread's stack trace at the moment of the refusal.
 */
public final class TimedOut extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  /** What took too long. */
  public enum Work {
    /** Compiling, for which {@code compileLimit} is the setting. */
    COMPILATION,
    /** Running the plugin's start, for which {@code startLimit} is the setting. */
    START
  }

  private final Work work;
  private final Duration limit;
  private final String thread;

  /**
   * Makes the error.
   *
   * @param work what took too long
   * @param plugin the plugin as it was given
   * @param limit the limit
   * @param thread the name of the thread that still runs
   * @param stillRunning shows where that thread is
   */
  public TimedOut(Work work, String plugin, Duration limit, String thread, Throwable stillRunning) {
    super(ErrorKind.TIMED_OUT, Messages.timedOut(work, plugin, limit, thread), stillRunning);
    this.work = Objects.requireNonNull(work, "work");
    this.limit = Objects.requireNonNull(limit, "limit");
    this.thread = Objects.requireNonNull(thread, "thread");
  }

  /** {@return what took too long} */
  public Work work() {
    return work;
  }

  /** {@return the limit that was exceeded} */
  public Duration limit() {
    return limit;
  }

  /** {@return the name of the thread that still runs} */
  public String thread() {
    return thread;
  }
}
