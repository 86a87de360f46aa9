/** The use cases, for the façade alone. */
@SuppressWarnings("module") // The module that they are exported to is compiled after this one.
module dev.loadstone.application {
  requires dev.loadstone.domain;
  requires io.vavr;
  requires static org.jspecify;

  exports dev.loadstone.application to
      dev.loadstone;
}
