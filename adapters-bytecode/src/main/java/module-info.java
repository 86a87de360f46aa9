/** Class files, read with ASM. */
@SuppressWarnings("module") // The module that it is exported to is compiled after this one.
module dev.loadstone.adapter.bytecode {
  requires dev.loadstone.domain;
  requires io.vavr;
  requires org.objectweb.asm;
  requires static org.jspecify;

  exports dev.loadstone.adapter.bytecode to
      dev.loadstone;
}
