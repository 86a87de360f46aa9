/** The form of an artifact, a JAR. */
@SuppressWarnings("module") // The module that it is exported to is compiled after this one.
module dev.loadstone.adapter.jar {
  requires dev.loadstone.domain;
  requires io.vavr;
  requires static org.jspecify;

  exports dev.loadstone.adapter.jar to
      dev.loadstone;
}
