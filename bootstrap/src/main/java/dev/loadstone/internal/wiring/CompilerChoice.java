package dev.loadstone.internal.wiring;

import dev.loadstone.adapter.javac.JavacAdapter;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.SourceParser;
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
    return javac.identity().isSuccess() ? javac : ofEcj("create", Compiler.class).getOrElse(javac);
  }

  /** Returns the parser of this runtime; it says so itself if there is none. */
  static SourceParser sourceParser() {
    SourceParser javac = JavacAdapter.sourceParser();
    return JavacAdapter.compiler().identity().isSuccess()
        ? javac
        : ofEcj("sourceParser", SourceParser.class).getOrElse(javac);
  }

  private static <T> Option<T> ofEcj(String factory, Class<T> type) {
    try {
      Class<?> adapter = Class.forName(ECJ, true, CompilerChoice.class.getClassLoader());
      return Option.some(type.cast(adapter.getMethod(factory).invoke(null)));
    } catch (ClassNotFoundException e) {
      return Option.none();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException("the adapter of ECJ is of another build of Loadstone", e);
    }
  }
}
