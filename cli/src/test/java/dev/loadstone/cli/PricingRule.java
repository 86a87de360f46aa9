package dev.loadstone.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** What a host's plugins are, and a place that shows which of them ran. */
public interface PricingRule extends IntUnaryOperator {

  /** The plugins that ran. */
  List<String> RAN = Collections.synchronizedList(new ArrayList<>());

  /** Calls back into the host. */
  static void fail(String why) {
    throw new IllegalStateException(why);
  }
}
