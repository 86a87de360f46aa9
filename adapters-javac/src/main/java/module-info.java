/**
 * Compiling and parsing with javac.
 *
 * <p>In a runtime without the module {@code jdk.compiler}, it says that there is no compiler.
 */
@SuppressWarnings("module") // The module that it is exported to is compiled after this one.
module dev.loadstone.adapter.javac {
  requires dev.loadstone.domain;
  requires io.vavr;
  requires static jdk.compiler;
  requires static org.jspecify;

  exports dev.loadstone.adapter.javac to
      dev.loadstone;
}
