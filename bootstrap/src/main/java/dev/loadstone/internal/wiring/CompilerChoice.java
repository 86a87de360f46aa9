package dev.loadstone.internal.wiring;

import dev.loadstone.adapter.javac.JavacAdapter;
import dev.loadstone.domain.port.Compiler;
import io.vavr.control.Option;

/**
 * Chooses between the JDK's compiler and ECJ, whose adapter applications add to the library where
 * their runtime has no {@code jdk.compiler}.
 *
 * <p>The adapter is looked for by name in the library's own loader. A service file would let any
 * JAR on the class path choose the compiler.
 */
final class CompilerChoice {

  private static final String ECJ = "dev.loadstone.adapter.ecj.EcjCompiler";

  private CompilerChoice() {}

  /** Returns the compiler of this runtime; it says so itself if there is none. */
  static Compiler compiler() {
    Compiler javac = JavacAdapter.compiler();
    return javac.identity().isSuccess() ? javac : ecj().getOrElse(javac);
  }

  private static Option<Compiler> ecj() {
    try {
      Class<?> adapter = Class.forName(ECJ, true, CompilerChoice.class.getClassLoader());
      return Option.some((Compiler) adapter.getMethod("create").invoke(null));
    } catch (ClassNotFoundException e) {
      return Option.none();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException("the adapter of ECJ is of another build of Loadstone", e);
    }
  }
}
