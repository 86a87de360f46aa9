package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.port.ClassFileReader;

/** Makes the port that reads class files. */
public final class BytecodeAdapter {

  private BytecodeAdapter() {}

  /** {@return a reader, which is safe for use by many threads} */
  public static ClassFileReader classFileReader() {
    return new AsmClassFileReader();
  }
}
