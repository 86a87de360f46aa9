package dev.loadstone.internal.scheduling;

import dev.loadstone.domain.error.TimedOut;
import dev.loadstone.domain.error.TimedOut.Work;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Makes the error of a call whose thread goes on, with that thread's stack trace as the cause. */
final class StillRunning {

  private StillRunning() {}

  static TimedOut timedOut(Work work, String plugin, Duration limit, Thread thread) {
    TimeoutException here =
        new TimeoutException("the thread " + thread.getName() + " was still here");
    here.setStackTrace(thread.getStackTrace());
    return new TimedOut(work, plugin, limit, thread.getName(), here);
  }
}
