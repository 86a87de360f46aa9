package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.SourceParser;

/** Makes the ports of the compiler of runtimes without {@code jdk.compiler}: ECJ, Eclipse's. */
public final class EcjCompiler {

  private EcjCompiler() {}

  /**
   * {@return a compiler, which is safe for use by many threads, and holds nothing before its use}
   */
  public static Compiler create() {
    return new EclipseCompiler();
  }

  /** {@return its parser, which is safe for use by many threads} */
  public static SourceParser sourceParser() {
    return new EcjSourceParser();
  }
}
