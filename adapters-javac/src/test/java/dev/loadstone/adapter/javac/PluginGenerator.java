package dev.loadstone.adapter.javac;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes random plugins for the {@link RecordingHost}, which all compile. */
final class PluginGenerator {

  private static final int MOST_MEMBERS = 8;

  /** A host class in a member, and the number that tells members apart. */
  private static final Pattern HOLE = Pattern.compile("\\$\\{([\\w.]+)}|#");

  private static final List<String> MEMBERS =
      """
      int a# = ${h.Limits}.MAX;
      int b#(${h.Left} it) { return it.hashCode(); }
      void c#(${h.FarLeft} it) { it.left().right(); }
      void d#(${h.Overloads} it) { it.m(${h.Colour}.RED); }
      void e#(${h.Throwing} it) throws Exception { it.close(); }
      void f#(${h.Base} it) { try { it.make(); } catch (${h.Failure} e) { } }
      ${h.Mapping} g# = from -> null;
      java.util.function.Function<${h.Left}, ${h.Right}> i# = ${h.Left}::right;
      int j#(${h.Colour} it) { return switch (it) { case RED -> 1; case GREEN -> 2; }; }
      Runnable k#(${h.Shape} it) { return (Runnable) it; }
      boolean l#(${h.Shape} it) { return it instanceof ${h.Circle}; }
      Object m# = new ${h.Bounded}<${h.MarkedLeft}>();
      ${h.Outer}.Nested n#;
      Object o#(${h.SubOuter} it) { return it.new Inner(); }
      void q#() { var it = ${h.deep.Below}.right(); }
      int r#(${h.Point} it) { return it.y(); }
      Object s# = new ${h.Point}(null, 1);
      @${h.Named}(${h.Limits}.NAME) int t#;
      static class U# extends ${h.MoreLimits} { int i = MAX + own; }
      static class V# extends ${h.SubOuter} { Nested it; Hidden that; }
      static class W# implements ${h.Units} { Object it = BYTE + SHORT + CHAR; }
      static class X# implements ${h.NamedMapping} { public ${h.Left} map(${h.Right} it) { back(null); return null; } }
      int y#(int n) { return switch (n) { case ${h.Limits}.MAX -> 1; default -> 2; }; }
      ${org.shop.api.Order} z#() { return ${org.shop.api.Orders}.none(); }
      int aa# = ${org.shop.util.Numbers}.twice(${org.shop.util.Numbers}.ZERO);
      class Local# { Integer own; Local# next; }
      <T extends ${h.Left}> T bb#(T it) { class Inside { T own; } return it; }
      String cc#(String text) { return text.trim() + ${h.Limits}.NAME; }
      java.util.List<? extends ${h.Marked}> dd#;
      @interface Ee# { int size() default ${h.deep.Beside}.LOW; }
      enum Ff# { A(${h.Limits}.MAX), B(2) { }; Ff#(int i) { } }
      record Gg#(${h.Right} it) { }
      Object hh# = new Object() { ${h.Annotated} it; int low = ${h.deep.Beside}.LOW; };
      java.util.concurrent.Callable<?> ii# = () -> ${org.shop.util.Text}.trim(" ");
      void jj#() { for (var it : java.util.List.of(${h.deep.Below}.left())) { it.right(); } }
      static abstract class Kk# implements ${org.shop.api.Rule} { int i = ${org.shop.api.Order}.LIMIT; }
      double ll#(Object it) { if (it instanceof ${h.Circle} circle && circle.radius() > 1) { return circle.radius(); } return 0; }
      boolean mm# = ${h.Units}.ON && ${h.Units}.DOUBLE > ${h.Units}.FLOAT;
      """
          .lines()
          .toList();

  private static final List<String> FURTHER_IMPORTS =
      List.of(
          "import java.util.*;",
          "import h.Outer.*;",
          "import h.Unused;",
          "import static h.Limits.*;",
          "import static h.SubOuter.*;",
          "import static org.shop.util.Text.trim;");

  private enum Style {
    QUALIFIED,
    SINGLE,
    ON_DEMAND
  }

  private final Random random;
  private final Map<String, Style> styles = new HashMap<>();
  private final SortedSet<String> imports = new TreeSet<>();

  private PluginGenerator(Random random) {
    this.random = random;
  }

  /** Writes a plugin whose main class is {@code M}. */
  static String plugin(long seed) {
    return new PluginGenerator(new Random(seed)).plugin();
  }

  private String plugin() {
    List<String> members = new ArrayList<>(MEMBERS);
    Collections.shuffle(members, random);
    StringBuilder body = new StringBuilder();
    int count = 1 + random.nextInt(MOST_MEMBERS);
    for (int number = 0; number < count; number++) {
      body.append("  ").append(filled(members.get(number), number)).append('\n');
    }
    if (random.nextInt(3) == 0) {
      imports.add(FURTHER_IMPORTS.get(random.nextInt(FURTHER_IMPORTS.size())));
    }
    String packageName = List.of("", "p", "com.plugin.pricing").get(random.nextInt(3));
    return (packageName.isEmpty() ? "" : "package " + packageName + ";\n")
        + String.join("\n", imports)
        + "\nclass M {\n"
        + body
        + "}\n";
  }

  private String filled(String member, int number) {
    Matcher hole = HOLE.matcher(member);
    StringBuilder filled = new StringBuilder();
    while (hole.find()) {
      String text = hole.group(1) == null ? Integer.toString(number) : named(hole.group(1));
      hole.appendReplacement(filled, text);
    }
    return hole.appendTail(filled).toString();
  }

  private String named(String type) {
    int dot = type.lastIndexOf('.');
    String packageName = type.substring(0, dot);
    Style[] all = Style.values();
    Style style = styles.computeIfAbsent(packageName, any -> all[random.nextInt(all.length)]);
    if (style == Style.ON_DEMAND) {
      imports.add("import " + packageName + ".*;");
    }
    // There is another class of this name in a package that may be imported on demand too.
    if (style == Style.SINGLE || (style == Style.ON_DEMAND && type.equals("h.Left"))) {
      imports.add("import " + type + ";");
    }
    return style == Style.QUALIFIED ? type : type.substring(dot + 1);
  }
}
