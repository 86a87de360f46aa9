package dev.loadstone.internal.wiring;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A step of a plugin's way, as the flight recorder of the JDK keeps it. */
@Category("Loadstone")
@StackTrace(false)
abstract sealed class PluginStep extends Event {

  @Label("Plugin")
  @Description("The main file or the artifact as it was given")
  String plugin = "";

  @Label("Outcome")
  @Description("done, hit, miss, differs, or the kind of the error")
  String outcome = "";

  /** Looking into the cache. */
  @Name("dev.loadstone.Lookup")
  @Label("Cache Lookup")
  static final class Lookup extends PluginStep {}

  /** Compiling. */
  @Name("dev.loadstone.Compile")
  @Label("Plugin Compilation")
  static final class Compile extends PluginStep {}

  /** Comparing contexts. */
  @Name("dev.loadstone.Check")
  @Label("Context Check")
  static final class Check extends PluginStep {}

  /** Linking. */
  @Name("dev.loadstone.Load")
  @Label("Plugin Linking")
  static final class Load extends PluginStep {}

  /** Running the plugin's start. */
  @Name("dev.loadstone.Run")
  @Label("Plugin Start")
  static final class Run extends PluginStep {}
}
