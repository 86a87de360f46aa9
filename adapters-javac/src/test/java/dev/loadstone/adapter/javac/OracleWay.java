package dev.loadstone.adapter.javac;

import static java.util.Comparator.comparing;

import dev.loadstone.domain.source.SourceFile;
import java.util.List;
import java.util.Set;

/** A way to compile a library's source by itself. */
enum OracleWay {
  /** As it is, and without any library: most names are unknown. */
  ALONE(0.0) {
    @Override
    OracleCase of(OracleLibraries libraries, OracleLibrary library, SourceFile source) {
      return OracleCase.alone(name(library, source), source);
    }
  },
  /** As a plugin of its own library, in a package of its own. */
  PLUGIN(0.2) {
    @Override
    OracleCase of(OracleLibraries libraries, OracleLibrary library, SourceFile source) {
      return plugin(libraries, library, source);
    }
  },
  /** As a plugin that must fit a contract, which a class does that anyone can make. */
  PLUGIN_OF_A_CONTRACT(0.4) {
    @Override
    Set<Difference> ownDifferences() {
      return Set.of(Difference.CONTRACT);
    }

    @Override
    OracleCase of(OracleLibraries libraries, OracleLibrary library, SourceFile source) {
      return plugin(libraries, library, source).with(Compiling.forContract("java.lang.Object"));
    }
  },
  /** As a plugin for a release that knows less of the language and of the JDK. */
  PLUGIN_FOR_RELEASE_11(0.6) {
    @Override
    OracleCase of(OracleLibraries libraries, OracleLibrary library, SourceFile source) {
      return plugin(libraries, library, source).with(Compiling.sideEffect().release(11));
    }
  },
  /** As it is, in the place of its own class, where its neighbours are, but not what they need. */
  IN_ITS_LIBRARY(0.8) {
    @Override
    Set<Difference> ownDifferences() {
      return Set.of(Difference.NAME_TAKEN);
    }

    @Override
    OracleCase of(OracleLibraries libraries, OracleLibrary library, SourceFile source) {
      return OracleCase.against(libraries.only(library), name(library, source), List.of(source));
    }
  };

  static final String PLUGIN_PACKAGE = "oracle.plugin";

  private final double begin;

  OracleWay(double begin) {
    this.begin = begin;
  }

  /** Returns the differences that there must be, and only this way of compiling may have. */
  Set<Difference> ownDifferences() {
    return Set.of();
  }

  /** Returns where its samples begin, so that each way gets other sources. */
  double begin() {
    return begin;
  }

  abstract OracleCase of(OracleLibraries libraries, OracleLibrary library, SourceFile source);

  String name(OracleLibrary library, SourceFile source) {
    return name() + " " + library.name() + " " + source.path();
  }

  /** Returns the source in the plugins' package. */
  static SourceFile moved(SourceFile source) {
    return SourceFile.of(source.path(), JavaTokens.of(source.text()).movedTo(PLUGIN_PACKAGE));
  }

  /**
   * Returns a whole package as one plugin; the last file with a class is its main one. Without one
   * there would be nothing to compare.
   */
  static OracleCase pluginOfSeveral(
      OracleLibraries libraries, OracleLibrary library, List<SourceFile> files) {
    return OracleCase.against(
        libraries.everything(),
        "PACKAGE " + library.name() + " " + files.get(0).path(),
        files.stream()
            .sorted(comparing(file -> !file.baseName().equals("package-info.java")))
            .map(OracleWay::moved)
            .toList());
  }

  OracleCase plugin(OracleLibraries libraries, OracleLibrary library, SourceFile source) {
    return OracleCase.against(
        libraries.everything(), name(library, source), List.of(moved(source)));
  }
}
