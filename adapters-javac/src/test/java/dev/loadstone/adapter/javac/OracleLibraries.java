package dev.loadstone.adapter.javac;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The libraries, and their classes as hosts of plugins. */
final class OracleLibraries implements AutoCloseable {

  private final List<OracleLibrary> libraries;
  private final JarsHostView everything;
  private final Map<String, JarsHostView> each = new TreeMap<>();

  private OracleLibraries(List<OracleLibrary> libraries, JarsHostView everything) {
    this.libraries = libraries;
    this.everything = everything;
  }

  static OracleLibraries open() throws IOException {
    OracleLibraries opened =
        new OracleLibraries(OracleLibrary.all(), JarsHostView.of(OracleLibrary.allJars()));
    for (OracleLibrary library : opened.libraries) {
      opened.each.put(library.name(), JarsHostView.of(List.of(library.jar())));
    }
    return opened;
  }

  List<OracleLibrary> all() {
    return libraries;
  }

  /** Returns a host with the classes of all libraries. */
  JarsHostView everything() {
    return everything;
  }

  /** Returns a host with the classes of one library, without what it needs. */
  JarsHostView only(OracleLibrary library) {
    return each.get(library.name());
  }

  @Override
  public void close() throws IOException {
    everything.close();
    for (JarsHostView host : each.values()) {
      host.close();
    }
  }
}
