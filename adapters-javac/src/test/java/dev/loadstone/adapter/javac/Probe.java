package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import io.vavr.control.Try;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints what becomes of some compilations, for a Java virtual machine of its own. */
final class Probe {

  private Probe() {}

  /** Prints in UTF-8. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Compiling compiling = Compiling.sideEffect().warnings(Treatment.REPORTED);
    out.println(new JavacCompiler().identity());
    out.println(
        told(compiling.compile("Main.java", "class Main { java.util.List l; int i = größe; }")));
    out.println(told(compiling.compile("Main.java", "class Main { java.util.List l; }")));
    out.println(
        told(compiling.contract("java.lang.Runnable").compile("Main.java", "class Main {}")));
    out.println(told(compiling.release(99).compile("Main.java", "class Main {}")));
    out.println(told(compiling.options("--nope").compile("Main.java", "class Main {}")));
    String deep = "class Main { int i = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "; }";
    Thread shallow =
        new Thread(
            null,
            () -> out.println(told(compiling.compile("Main.java", deep)).lines().limit(2).toList()),
            "shallow",
            256 * 1024);
    shallow.start();
    shallow.join();
  }

  private static String told(Try<Compilation> outcome) {
    return outcome.fold(
        error -> error.getClass().getSimpleName() + " " + error.getMessage(),
        compilation -> compilation.warnings().toString());
  }
}
