/** Sources, artifact files and the cache in the file system. */
@SuppressWarnings("module") // The module that it is exported to is compiled after this one.
module dev.loadstone.adapter.fs {
  requires dev.loadstone.domain;
  requires io.vavr;
  requires static org.jspecify;

  exports dev.loadstone.adapter.fs to
      dev.loadstone;
}
