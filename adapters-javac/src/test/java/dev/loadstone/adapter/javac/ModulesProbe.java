package dev.loadstone.adapter.javac;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import java.util.stream.Collectors;

/**
 * Tells which of some classes of the JDK a plugin may name, in a Java virtual machine of its own.
 */
final class ModulesProbe {

  private ModulesProbe() {}

  /**
   * Prints a line for each class.
   *
   * @param args the release, or none for the running one, then the classes
   */
  public static void main(String[] args) {
    Compiling compiling = Compiling.sideEffect().warnings(Treatment.REPORTED);
    if (!args[0].equals("none")) {
      compiling = compiling.release(Integer.parseInt(args[0]));
    }
    for (int i = 1; i < args.length; i++) {
      System.out.println(
          args[i]
              + " "
              + compiling
                  .compile("Main.java", "class Main { Class<?> type = " + args[i] + ".class; }")
                  .fold(
                      error -> codes((CompilationFailed) error),
                      compilation ->
                          compilation.warnings().isEmpty()
                              ? "exists"
                              : compilation.warnings().toString()));
    }
  }

  private static String codes(CompilationFailed failed) {
    return failed.diagnostics().stream().map(Diagnostic::code).collect(Collectors.joining(" "));
  }
}
