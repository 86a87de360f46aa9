package dev.loadstone.adapter.javac;

import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.source.SourceOutline;
import io.vavr.control.Option;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.tools.SimpleJavaFileObject;

/**
 * A compilation unit that is compiled with the user's and makes a plugin in a place where the
 * contract is expected: so the compiler itself judges whether the main class fits. Javac asks for
 * its text last, when it has parsed all the others; it is empty where there is nothing to judge.
 */
final class ContractUnit extends SimpleJavaFileObject {

  private static final String CLASS_NAME = "$LoadstoneContract$";

  private final Supplier<String> text;
  private Option<String> written = Option.none();

  ContractUnit(Supplier<String> text) {
    super(MemoryUri.of(CLASS_NAME + Kind.SOURCE.extension), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    if (written.isEmpty()) {
      written = Option.some(text.get());
    }
    return written.get();
  }

  /**
   * Returns a message of javac without the lines that name this unit's class, which no user knows.
   */
  static String withoutItsName(String message) {
    return message
        .lines()
        .filter(line -> !line.contains(CLASS_NAME))
        .collect(Collectors.joining("\n"));
  }

  /** Returns the binary name of its class, for the main class's file. */
  static String binaryName(SourceOutline main) {
    return main.binaryName(CLASS_NAME);
  }

  /** Returns the text that makes a plugin. */
  static String text(SourceOutline main, Contract.HostType contract, EntryPoint entryPoint) {
    String declaration = main.packageName().isEmpty() ? "" : "package " + main.packageName() + "; ";
    return declaration
        + "class "
        + CLASS_NAME
        + " { "
        + contract.type()
        + " plugin() throws java.lang.Throwable { return "
        + entryPoint.expression()
        + "; } }";
  }
}
