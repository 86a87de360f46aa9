package dev.loadstone.adapter.javac;

import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.source.SourceOutline;
import io.vavr.control.Option;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;

/**
 * A compilation unit that is compiled with the user's. There are two of them, and the compiler
 * itself judges by them whether the main class fits a contract:
 *
 * <ul>
 *   <li>one declares a variable of the contract's type, in a package of its own, where no name of
 *       the user's is in scope and could obscure or shadow a part of the type (JLS 6.4);
 *   <li>the other, in the main class's package, assigns the plugin to it, and names nothing else.
 * </ul>
 *
 * <p>Javac asks for their texts last, when it has parsed all the others, and annotation processors
 * are done with them; they are empty where there is nothing to judge.
 */
final class ContractUnit extends SimpleJavaFileObject {

  private static final String NAME = "$LoadstoneContract$";

  /** A qualified name that begins as the types in {@code java.lang} do, which could obscure it. */
  private static final Pattern OBSCURED =
      Pattern.compile("(?<![\\w$.])\\p{Lu}[^<>,?&\\[\\]\\s.]*(?:\\.[^<>,?&\\[\\]\\s.]+)+");

  private final String typeName;
  private final Supplier<String> text;
  private Option<String> written = Option.none();

  private ContractUnit(String typeName, Supplier<String> text) {
    super(MemoryUri.of("contract/" + typeName + Kind.SOURCE.extension), Kind.SOURCE);
    this.typeName = typeName;
    this.text = text;
  }

  /** Makes both units of a compilation. */
  static List<ContractUnit> of(Supplier<String> declaration, Supplier<String> assignment) {
    return List.of(
        new ContractUnit("Declaration", declaration), new ContractUnit("Assignment", assignment));
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    // Javac asks so whether it is a package's or a module's.
    return kind == Kind.SOURCE && !simpleName.endsWith("-info");
  }

  /** Returns a name under which annotation processing takes it for a generated source. */
  String typeName() {
    return NAME + typeName;
  }

  /** Takes what annotation processing writes: its text comes later. */
  @Override
  public OutputStream openOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    if (written.isEmpty()) {
      written = Option.some(text.get());
    }
    return written.get();
  }

  /** Returns a name that is part of no package's or type's that the user declares. */
  static String nameBeside(List<SourceOutline> outlines) {
    List<String> taken =
        outlines.stream()
            .flatMap(
                outline ->
                    Stream.concat(
                        Stream.of(outline.packageName()),
                        outline.types().stream().map(SourceOutline.DeclaredType::simpleName)))
            .toList();
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> NAME + i)
        .filter(name -> taken.stream().noneMatch(each -> each.contains(name)))
        .findFirst()
        .orElseThrow();
  }

  /** Returns whether a message is about one of these units. */
  static boolean isNamedIn(String message) {
    return message.contains(NAME);
  }

  /** Returns a message of javac without the lines with a name that only these units declare. */
  static String without(String name, String message) {
    return message.lines().filter(line -> !line.contains(name)).collect(Collectors.joining("\n"));
  }

  /** Returns the text that declares a variable of the contract's type. */
  static String declaration(String name, Contract.HostType contract) {
    TreeSet<String> imported = new TreeSet<>();
    String type = OBSCURED.matcher(contract.type()).replaceAll(found -> imported(found, imported));
    return "package "
        + name
        + "; "
        + imported.stream().map(each -> "import " + each + "; ").collect(Collectors.joining())
        + "public class "
        + name
        + " { public static "
        + type
        + " plugin; }";
  }

  /**
   * Returns the text that makes a plugin and assigns it.
   *
   * <p>The plugin's code may throw anything there. A {@code throws} clause would have to name
   * {@code Throwable}, and the user's package may have another class of that name; but a {@code
   * finally} block that completes abruptly handles everything, too (JLS 11.2.2).
   */
  static String assignment(String name, SourceOutline main, EntryPoint entryPoint) {
    String declaration = main.packageName().isEmpty() ? "" : "package " + main.packageName() + "; ";
    return declaration
        + "class "
        + name
        + "$ { void assign() { try { "
        + name
        + "."
        + name
        + ".plugin = "
        + entryPoint.expression()
        + "; } finally { return; } } }";
  }

  private static String imported(MatchResult found, Set<String> imported) {
    imported.add(found.group());
    String simpleName = found.group().substring(found.group().lastIndexOf('.') + 1);
    return Matcher.quoteReplacement(simpleName);
  }
}
