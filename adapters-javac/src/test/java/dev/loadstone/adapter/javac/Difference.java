package dev.loadstone.adapter.javac;

import java.util.Set;

/** All the reasons that our compiler may have to say something else than javac. */
enum Difference {
  /** Notes are not shown. */
  NOTE,
  /**
   * Javac warns of the JDK's internal classes only if it works with its own file manager, over real
   * files.
   */
  INTERNAL_API,
  /** An error in no file of the user's is one about the main file. */
  ERROR_WITHOUT_FILE,
  /** What javac accepts may lack a main class, or leave open which one it is. */
  MAIN_CLASS,
  /** A plugin takes no name of the host's or the JDK's. */
  NAME_TAKEN,
  /** The main class does not fit the contract. */
  CONTRACT,
  /** Files that only define the same types are refused as a whole. */
  DUPLICATE_TYPE;

  /** Those that any source may have. */
  static final Set<Difference> ANYWHERE =
      Set.of(NOTE, INTERNAL_API, ERROR_WITHOUT_FILE, MAIN_CLASS);
}
