package dev.loadstone.testkit.assertion;

import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/** Assertions about whether a plugin is gone. */
public final class PluginHandleAssert extends AbstractAssert<PluginHandleAssert, PluginHandle> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String USUAL_HOLDERS =
      """
      What usually keeps a plugin loaded:
        - the test: a field, or a local variable of a method that has not returned, still has the value
          (take the handle in a method of its own)
        - a failure: its own exception, held by a Future, a Try or an event
        - a thread: one that the plugin started and that runs, one whose context class loader is the plugin's,
          or one that was created while plugin code was on the stack
        - a registration: a listener, driver, timer, MBean or shutdown hook that the plugin left behind
        - a value of a ThreadLocal in a pooled thread
        - a cache of the application or a library, keyed by class or by name
      A heap dump tells which: jcmd PID GC.heap_dump FILE, then the shortest path to the GC roots.
      Nothing is ever unloaded in a process that runs with -XX:+DisableExplicitGC.""";

  private final Duration patience;

  PluginHandleAssert(PluginHandle actual, Duration patience) {
    super(actual, PluginHandleAssert.class);
    this.patience = patience;
  }

  PluginHandleAssert(PluginHandle actual) {
    this(actual, PATIENCE);
  }

  /**
   * Sets for how long the virtual machine is made to collect before the plugin counts as loaded.
   *
   * @param bound how long; 20 seconds unless told
   * @return assertions with that bound
   */
  public PluginHandleAssert within(Duration bound) {
    return new PluginHandleAssert(actual, bound).as(descriptionText());
  }

  /**
   * Verifies that nothing keeps the plugin any more. Makes the virtual machine collect garbage, and
   * returns as soon as the plugin is gone.
   *
   * @return this
   */
  public PluginHandleAssert isUnloaded() {
    isNotNull();
    if (!actual.isGoneWithin(patience)) {
      throw failure(
          "%nExpecting%n  %s%nto be unloaded within %s, but something still holds it.%n%s",
          actual, Wording.of(patience), USUAL_HOLDERS);
    }
    return this;
  }
}
