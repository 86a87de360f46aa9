/** The host's classes, and the linking and running of plugins. */
@SuppressWarnings("module") // The module that it is exported to is compiled after this one.
module dev.loadstone.adapter.classloader {
  requires dev.loadstone.domain;
  requires io.vavr;
  requires static org.jspecify;

  exports dev.loadstone.adapter.classloader to
      dev.loadstone;
}
