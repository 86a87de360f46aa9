package dev.loadstone.domain.error;

import java.io.Serial;

/** A blocking call was made after the scheduler had been started. */
public final class SchedulerStarted extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  /** Makes the error. */
  public SchedulerStarted() {
    super(ErrorKind.SCHEDULER_STARTED, Messages.schedulerStarted(), null);
  }
}
