package dev.loadstone.domain.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompilerOptionRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-d",
        "-s",
        "-h",
        "-cp",
        "-classpath",
        "--class-path",
        "--class-path=lib",
        "-sourcepath",
        "--source-path",
        "-bootclasspath",
        "--boot-class-path",
        "-Xbootclasspath/p:lib",
        "-endorseddirs",
        "-extdirs",
        "-Djava.ext.dirs=lib",
        "-Djava.endorsed.dirs=lib",
        "--system",
        "--system=none",
        "-p",
        "--module-path",
        "--upgrade-module-path",
        "--module-source-path",
        "-m",
        "--module",
        "--module-version",
        "--patch-module",
        "--default-module-for-created-files",
        "-processor",
        "-processorpath",
        "--processor-path",
        "--processor-module-path",
        "-proc:none",
        "-proc:full",
        "-Xplugin:Evil",
        "-Xprint",
        "-XprintRounds",
        "-XprintProcessorInfo",
        "-Xdoclint",
        "-Xdoclint:all",
        "-implicit:class",
        "-encoding",
        "-Werror",
        "-printsource",
        "-doe",
        "-prompt",
        "-moreinfo",
        "-Xjcov",
        "--inherit-runtime-environment",
        "-XXuserPathsFirst",
        "-nowarn",
        "-deprecation",
        "-Xlint",
        "-Xlint:all",
        "-Xmaxerrs",
        "-Xmaxwarns",
        "-Xdiags:verbose",
        "--release",
        "--release=17",
        "-release",
        "-source",
        "--source",
        "--source=8",
        "-target",
        "--target",
        "-profile",
        "-J-Xmx1g",
        "@args",
        "-help",
        "--help",
        "--help-extra",
        "--help-lint",
        "-?",
        "-X",
        "-version",
        "--version",
        "-fullversion",
        "--full-version",
        "-verbose",
        "-Xstdout",
        "-XDrawDiagnostics",
        "--should-stop=ifError=PARSE",
        "--debug=x",
        "-g:none",
        "-g:lines",
        "-Xprefer:source",
        "Foo.java",
        "",
        " -g"
      })
  void violation_optionThatBreaksAPromise_namesItAndTheReason(String option) {
    assertThat(CompilerOptionRules.violation(List.of(option)).get())
        .startsWith("compiler option " + option + " is refused: ")
        .hasSizeGreaterThan(("compiler option " + option + " is refused: ").length() + 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-g",
        "-parameters",
        "--enable-preview",
        "-Akey=value",
        "-Xpkginfo:always",
        "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
        "--limit-modules=java.base",
        "--unknown"
      })
  void violation_optionThatBreaksNone_isNone(String option) {
    assertThat(CompilerOptionRules.violation(List.of(option))).isEmpty();
  }

  @Test
  void violation_valueOfAnOption_isNoOperand() {
    assertThat(CompilerOptionRules.violation(List.of("--add-modules", "java.sql", "-g"))).isEmpty();
    assertThat(CompilerOptionRules.violation(List.of("--add-modules", "java.sql", "Foo.java")))
        .containsExactly(
            "compiler option Foo.java is refused: it is no option, and the given sources, and"
                + " nothing but them, are compiled");
  }

  @Test
  void violation_severalOptions_tellsTheFirstThatIsRefused() {
    assertThat(CompilerOptionRules.violation(List.of("-g", "-d", "out", "-Werror")))
        .containsExactly(
            "compiler option -d is refused: sources, classes and output never come from or go to a"
                + " place that an option names: use the class path of the library");
  }
}
