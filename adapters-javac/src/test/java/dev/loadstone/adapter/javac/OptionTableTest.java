package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ResolvedModule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of every option that the compiler lists. */
final class OptionTableTest {

  /** What becomes of an option. */
  private enum Fate {
    REFUSED,
    TAKEN,
    TAKEN_WHERE_THE_JVM_AGREES
  }

  private static final Map<Fate, Set<String>> TABLE =
      Map.of(
          Fate.REFUSED,
          Set.of(
              "--boot-class-path",
              "-bootclasspath",
              "--class-path",
              "-classpath",
              "-cp",
              "--default-module-for-created-files",
              "--help",
              "-help",
              "-?",
              "--help-extra",
              "-X",
              "--help-lint",
              "--module",
              "-m",
              "--module-path",
              "-p",
              "--module-source-path",
              "--module-version",
              "--patch-module",
              "--processor-module-path",
              "--processor-path",
              "-processorpath",
              "--release",
              "--source",
              "-source",
              "--source-path",
              "-sourcepath",
              "--system",
              "--target",
              "-target",
              "--upgrade-module-path",
              "--version",
              "-version",
              "-Djava.endorsed.dirs=",
              "-Djava.ext.dirs=",
              "-J",
              "-Werror",
              "-Xbootclasspath/a:",
              "-Xbootclasspath/p:",
              "-Xbootclasspath:",
              "-Xdiags:",
              "-Xdoclint",
              "-Xdoclint/package:",
              "-Xdoclint:",
              "-Xlint",
              "-Xlint:",
              "-Xmaxerrs",
              "-Xmaxwarns",
              "-Xplugin:",
              "-Xprefer:",
              "-Xprint",
              "-XprintProcessorInfo",
              "-XprintRounds",
              "-Xstdout",
              "-d",
              "-deprecation",
              "-encoding",
              "-endorseddirs",
              "-extdirs",
              "-g:",
              "-g:none",
              "-h",
              "-implicit:",
              "-nowarn",
              "-proc:",
              "-processor",
              "-profile",
              "-s",
              "-verbose",
              "@"),
          Fate.TAKEN,
          Set.of(
              "--disable-line-doc-comments",
              "--enable-preview",
              "-Akey",
              "-Xpkginfo:",
              "-g",
              "-parameters"),
          Fate.TAKEN_WHERE_THE_JVM_AGREES,
          Set.of("--add-exports", "--add-modules", "--add-reads", "--limit-modules"));

  @Test
  void everyOption_ofThisCompiler_isInTheTable() {
    Set<String> known = TABLE.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

    assertThat(listed()).hasSizeGreaterThan(60).isSubsetOf(known);
  }

  @Test
  void everyOption_ofThisCompiler_hasTheFateOfTheTable() {
    Map<String, Boolean> expected = new TreeMap<>();
    Map<String, Boolean> refused = new TreeMap<>();
    for (String option : listed()) {
      expected.put(option, TABLE.get(Fate.REFUSED).contains(option));
      refused.put(option, CompilerOptionRules.violation(List.of(option)).isDefined());
    }

    assertThat(refused).isEqualTo(expected);
  }

  static Stream<Arguments> ofModules() {
    String here = "this process ";
    return Stream.of(
        Arguments.of("--add-exports java.base/java.util=ALL-UNNAMED", ""),
        Arguments.of("--add-exports java.base/sun.nio.ch=ALL-UNNAMED", here + "does not export"),
        Arguments.of("--add-exports=java.base/sun.nio.ch=ALL-UNNAMED", here + "does not export"),
        Arguments.of("--add-exports java.base/java.util=java.sql", here + "does not export"),
        Arguments.of("--add-exports java.base/absent=ALL-UNNAMED", here + "does not export"),
        Arguments.of("--add-exports absent/absent=ALL-UNNAMED", here + "does not export"),
        Arguments.of("--add-reads java.sql=java.logging", ""),
        Arguments.of("--add-reads java.base=java.sql", "in this process that module"),
        Arguments.of("--add-reads java.base=ALL-UNNAMED", "in this process that module"),
        Arguments.of("--add-reads absent=java.base", "in this process that module"),
        Arguments.of("--add-modules java.sql", ""),
        Arguments.of("--add-modules=java.sql,java.base", ""),
        Arguments.of("--add-modules java.sql,absent", here + "has not resolved the module absent"),
        Arguments.of("--add-modules ALL-SYSTEM", here + "has not resolved the module j"),
        Arguments.of("--limit-modules java.base", here + "has resolved other modules"),
        Arguments.of("--limit-modules absent", here + "has resolved other modules"));
  }

  @ParameterizedTest
  @MethodSource("ofModules")
  void compile_moduleOption_isTakenWhereTheJvmAgrees(String option, String reason) {
    Compiling compiling = Compiling.sideEffect().options(option.split(" ", -1));
    String source = "class Main { static int i = Integer.getInteger(\"i\"); }";

    if (reason.isEmpty()) {
      assertThat(compiling.compile("Main.java", source).isSuccess()).isTrue();
    } else {
      assertThat(compiling.diagnostics("Main.java", source))
          .singleElement()
          .extracting(Diagnostic::message)
          .asString()
          .startsWith(
              "compiler option "
                  + option.replaceFirst("=(?=java.base/sun)", " ")
                  + " is refused: "
                  + reason);
    }
  }

  @Test
  void violation_limitToAllThatIsResolved_isNone() {
    String all =
        ModuleLayer.boot().configuration().modules().stream()
            .map(ResolvedModule::name)
            .filter(name -> name.startsWith("java.") || name.startsWith("jdk."))
            .collect(Collectors.joining(","));

    assertThat(ModuleOptions.violation(List.of("--limit-modules", all))).isEmpty();
    assertThat(ModuleOptions.violation(List.of("--limit-modules"))).isEmpty();
  }

  private static Set<String> listed() {
    Set<String> listed = new TreeSet<>();
    for (String help : List.of("--help", "--help-extra", "--help-lint")) {
      StringWriter text = new StringWriter();
      PrintWriter writer = new PrintWriter(text, true);
      ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, help);
      text.toString()
          .lines()
          .filter(line -> line.matches("  [-@].*"))
          .forEach(each -> add(each, listed));
    }
    return listed;
  }

  /** Adds the names in a line such as {@code -p <path>, --module-path <path> Where to find}. */
  private static void add(String line, Set<String> listed) {
    String usage = line.strip().replaceFirst(" {2,}.*", "");
    for (String word : List.of(usage.split(" ", -1))) {
      if (word.startsWith("-") || word.startsWith("@")) {
        listed.add(word.replaceAll("[<{(\\[\",].*", ""));
      }
    }
  }
}
