package dev.loadstone.adapter.classloader;

import io.vavr.control.Option;
import java.util.List;

/** How a plugin starts: found without initialising a class of it. */
interface EntryPoint {

  /**
   * Runs the plugin's start.
   *
   * @param arguments the arguments of a main method
   * @return the value, none for a side effect
   * @throws Throwable what the plugin's code threw, as it threw it
   */
  Option<Object> start(List<String> arguments) throws Throwable;
}
