package dev.loadstone.adapter.classloader;

import java.util.Collection;

/** A place that classes can be listed from: a folder, a JAR, a module. */
interface ClassRoot {

  /** Lists the binary names of the classes in a named package, in no order. */
  Collection<String> classesIn(String packageName);

  /** Returns whether the content stays as it is for as long as a loader has the place open. */
  boolean isFixed();
}
