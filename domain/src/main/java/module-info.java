/**
 * Values, errors, rules that need no machine, and the ports.
 *
 * <p>Applications require {@code dev.loadstone}, which passes this module on. Exported is what they
 * handle, then what only ports and their adapters do.
 */
@SuppressWarnings("module") // Modules that packages are exported to are compiled after this one.
module dev.loadstone.domain {
  requires transitive io.vavr;
  requires static transitive org.jspecify;

  exports dev.loadstone.domain.artifact;
  exports dev.loadstone.domain.context;
  exports dev.loadstone.domain.diagnostic;
  exports dev.loadstone.domain.error;
  exports dev.loadstone.domain.event;
  exports dev.loadstone.domain.source;
  exports dev.loadstone.domain.abi;
  exports dev.loadstone.domain.cache;
  exports dev.loadstone.domain.classfile;
  exports dev.loadstone.domain.compilation;
  exports dev.loadstone.domain.content;
  exports dev.loadstone.domain.contract;
  exports dev.loadstone.domain.port;
  exports dev.loadstone.domain.abi.difference to
      dev.loadstone.application;
  exports dev.loadstone.domain.compatibility to
      dev.loadstone.application;
  exports dev.loadstone.domain.name to
      dev.loadstone.adapter.jar,
      dev.loadstone.adapter.javac,
      dev.loadstone.application;
}
