package dev.loadstone.adapter.javac;

import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.SourceParser;

/** Makes the ports of the JDK's own compiler. */
public final class JavacAdapter {

  private JavacAdapter() {}

  /** {@return a compiler, which is safe for use by many threads} */
  public static Compiler compiler() {
    return new JavacCompiler();
  }

  /** {@return a parser, which has no state} */
  public static SourceParser sourceParser() {
    return new JavacSourceParser();
  }
}
