package dev.loadstone.domain.compilation;

import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.source.SourceOutline;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The texts of two compilation units by which a compiler itself judges whether a main class fits a
 * contract, when it compiles them with the user's:
 *
 * <ul>
 *   <li>one declares a variable of the contract's type, in a package of its own, where no name of
 *       the user's is in scope and could obscure or shadow a part of the type (JLS 6.4);
 *   <li>the other, in the main class's package, assigns the plugin to it, and names nothing else.
 * </ul>
 */
public final class ContractText {

  /** How the names begin that only these units declare. */
  public static final String NAME = "$LoadstoneContract$";

  /** A qualified name that begins as the types in {@code java.lang} do, which could obscure it. */
  private static final Pattern OBSCURED =
      Pattern.compile("(?<![\\w$.])\\p{Lu}[^<>,?&\\[\\]\\s.]*(?:\\.[^<>,?&\\[\\]\\s.]+)+");

  private ContractText() {}

  /** {@return a name that is part of no package's or type's that the user declares} */
  public static String nameBeside(List<SourceOutline> outlines) {
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

  /** {@return whether a compiler's message is about one of these units} */
  public static boolean isNamedIn(String message) {
    return message.contains(NAME);
  }

  /** {@return a compiler's message without the lines with a name that only these units declare} */
  public static String without(String name, String message) {
    return message.lines().filter(line -> !line.contains(name)).collect(Collectors.joining("\n"));
  }

  /** {@return the text that declares a variable of the contract's type} */
  public static String declaration(String name, Contract.HostType contract) {
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
   * {@return the text that makes a plugin and assigns it}
   *
   * <p>The plugin's code may throw anything there. A {@code throws} clause would have to name
   * {@code Throwable}, and the user's package may have another class of that name; but a {@code
   * finally} block that completes abruptly handles everything, too (JLS 11.2.2).
   *
   * @param name what the other unit declares
   * @param packageName the main class's package, empty for the unnamed one
   * @param expression makes the plugin
   */
  public static String assignment(String name, String packageName, String expression) {
    String declaration = packageName.isEmpty() ? "" : "package " + packageName + "; ";
    return declaration
        + "class "
        + name
        + "$ { void assign() { try { "
        + name
        + "."
        + name
        + ".plugin = "
        + expression
        + "; } finally { return; } } }";
  }

  /**
   * {@return what a contract expects of a main class that declares no {@code provider()}, in words}
   *
   * @param contract the contract
   */
  public static String expectation(Contract.HostType contract) {
    return "(the main class of this plugin must be a "
        + contract.type()
        + " with a public or implicit no-argument constructor, or declare: public static "
        + contract.type()
        + " provider())";
  }

  /**
   * {@return what a contract expects of a main class's {@code provider()}, in words}
   *
   * @param contract the contract
   */
  public static String expectationOfProvider(Contract.HostType contract) {
    return "(the method provider() of this plugin's main class must return a "
        + contract.type()
        + ")";
  }

  private static String imported(MatchResult found, Set<String> imported) {
    imported.add(found.group());
    String simpleName = found.group().substring(found.group().lastIndexOf('.') + 1);
    return Matcher.quoteReplacement(simpleName);
  }
}
