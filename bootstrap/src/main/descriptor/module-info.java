/**
 * The library, as applications require it.
 *
 * <p>It is compiled apart from its classes, which use Dagger. That is not a module, and is packaged
 * into this one.
 */
module dev.loadstone {
  requires transitive dev.loadstone.domain;
  requires transitive io.vavr;
  requires dev.loadstone.adapter.bytecode;
  requires dev.loadstone.adapter.classloader;
  requires dev.loadstone.adapter.fs;
  requires dev.loadstone.adapter.jar;
  requires dev.loadstone.adapter.javac;
  requires dev.loadstone.application;
  requires static jdk.jfr;
  requires static transitive org.jspecify;

  exports dev.loadstone;
}
