package dev.loadstone.adapter.fs;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Calls something, as code of a plugin would. */
public final class PluginCaller implements Consumer<Callable<?>> {

  /** Makes one. */
  public PluginCaller() {}

  @Override
  public void accept(Callable<?> call) {
    try {
      call.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
