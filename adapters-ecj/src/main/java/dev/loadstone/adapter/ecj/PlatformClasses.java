package dev.loadstone.adapter.ecj;

import io.vavr.control.Option;
import java.util.List;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;

/**
 * The classes of the JDK that one compilation sees. Names are binary names with slashes. Safe for
 * use by many threads.
 */
interface PlatformClasses {

  /** Returns a class, none where there is no such class. */
  Option<ClassFileReader> type(String name);

  /** Returns whether a package has classes. */
  boolean hasClasses(String packageName);

  /** Returns whether a package has classes, or one below it has. */
  boolean isPackage(String packageName);

  /** Returns whether plugins may name what is in a package. */
  boolean isExported(String packageName);

  /** Returns what an import of a module imports, none where there is no such module. */
  Option<Exports> module(String name);

  /**
   * What a module exports.
   *
   * @param packages those that it exports to everybody, with dots
   * @param transitive the modules whose packages it exports beside its own
   */
  record Exports(List<String> packages, List<String> transitive) {

    public Exports {
      packages = List.copyOf(packages);
      transitive = List.copyOf(transitive);
    }
  }
}
