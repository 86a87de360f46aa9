package dev.loadstone.documentation;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A snippet as a compilation unit.
 *
 * @param packageName its package, empty for the unnamed one
 * @param types its top-level types, the public one first
 * @param source its text
 */
record JavaUnit(String packageName, List<String> types, String source) {

  private static final String PLACE = "// The snippet.";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;$");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(public )?(?:abstract |final |sealed )*(?:class|interface|record|enum|@interface) (\\w+)");

  /** Puts a snippet into the unit that it names; one with a type needs none. */
  static JavaUnit of(Snippet snippet) {
    String text = snippet.text();
    if (IMPORT.matcher(text).replaceAll("").isBlank()) {
      return parsed(text + "final class Imports {}\n");
    }
    if (isWhole(snippet)) {
      return parsed(text);
    }
    return parsed(
        Repository.text(
                Repository.own(
                    "src/test/snippets/" + snippet.key("unit").orElse("Statements") + ".java"))
            .replace(PLACE, text));
  }

  /** Whether a snippet is a compilation unit as it stands. */
  static boolean isWhole(Snippet snippet) {
    return snippet.language().equals("java")
        && !snippet.isFile()
        && snippet.key("unit").isEmpty()
        && snippet.key("excerpt").isEmpty()
        && TYPE.matcher(snippet.text()).find();
  }

  private static JavaUnit parsed(String source) {
    Matcher packageDeclaration = PACKAGE.matcher(source);
    String packageName = packageDeclaration.find() ? packageDeclaration.group(1) : "";
    List<MatchResult> types =
        TYPE.matcher(source)
            .results()
            .sorted(Comparator.comparing(type -> type.group(1) == null))
            .toList();
    return new JavaUnit(packageName, types.stream().map(type -> type.group(2)).toList(), source);
  }

  List<String> binaryNames() {
    return types.stream().map(this::binaryName).toList();
  }

  private String binaryName(String type) {
    return packageName.isEmpty() ? type : packageName + "." + type;
  }

  /** Its file's path from the root of its sources. */
  String path() {
    return binaryName(types.get(0)).replace('.', '/') + ".java";
  }
}
