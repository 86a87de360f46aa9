package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.report.ParsedJson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as users start it: its JAR in a process of its own. */
final class CommandIT {

  private static final Path BASE = Path.of(System.getProperty("basedir", "."));

  @TempDir Path folder;

  private PluginFiles files;

  @BeforeEach
  void makeFiles() {
    files = new PluginFiles(folder);
  }

  @Test
  void run_plugin_givesItItsArgumentsAndStandardOutput() throws Exception {
    String file =
        files.main("Echo", "for (String arg : args) System.out.println(\"<\" + arg + \">\");");

    Execution execution = loadstone("run", file, "--", "a", "b c", "", "--help", "--");

    assertThat(execution)
        .isEqualTo(new Execution(0, lines("<a>", "<b c>", "<>", "<--help>", "<-->"), ""));
  }

  @Test
  void completion_bash_isAScriptAndNothingElse() throws Exception {
    Execution execution = loadstone("completion", "bash");

    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out()).startsWith("#!").contains("complete -F _complete_loadstone");
    assertThat(execution.err()).isEmpty();
  }

  @Test
  void file_words_areAllThePlugins() throws Exception {
    String file =
        files.main("Echo", "for (String arg : args) System.out.println(\"<\" + arg + \">\");");

    Execution execution = loadstone(file, "--help", "-v", "--", "--format", "json", "@x");

    assertThat(execution)
        .isEqualTo(
            new Execution(
                0, lines("<--help>", "<-v>", "<-->", "<--format>", "<json>", "<@x>"), ""));
  }

  @Test
  void run_severalFiles_runsTheLast() throws Exception {
    files.source(
        "lib/Text.java",
        "package lib; public class Text { public static String TEXT = \"from lib\"; }");
    files.main("Main", "System.out.println(lib.Text.TEXT);");

    Execution execution = loadstone("run", "lib/Text.java", "Main.java");

    assertThat(execution).isEqualTo(new Execution(0, lines("from lib"), ""));
  }

  @Test
  void deps_relativePath_givesRelativePathsThatRunTakes() throws Exception {
    files.source(
        "lib/Text.java",
        "package lib; public class Text { public static String TEXT = \"from lib\"; }");
    files.main("Main", "System.out.println(lib.Text.TEXT);");

    Execution deps = loadstone("deps", "Main.java");
    Execution run = loadstone("run", "--deps", "Main.java");

    assertThat(deps)
        .isEqualTo(
            new Execution(0, lines(Path.of("lib", "Text.java").toString(), "Main.java"), ""));
    assertThat(run).isEqualTo(new Execution(0, lines("from lib"), ""));
  }

  @Test
  void run_verbose_tellsEachStep() throws Exception {
    String file = files.main("Quiet", "");

    Execution execution = loadstone("run", "-v", "--no-cache", file);

    assertThat(execution)
        .isEqualTo(
            new Execution(
                0,
                "",
                lines(
                    "loadstone: compiled Quiet.java: Quiet",
                    "loadstone: linked Quiet.java: Quiet",
                    "loadstone: starting Quiet.java: Quiet",
                    "loadstone: ran Quiet.java: Quiet")));
  }

  @Test
  void run_standardInput_isThePlugins() throws Exception {
    String file = files.main("Cat", "System.in.transferTo(System.out);");

    Execution execution =
        new Execution.Running(folder, Map.of(), PackagedCommand.line("run", file), "input").await();

    assertThat(execution).isEqualTo(new Execution(0, "input", ""));
  }

  @Test
  void run_pluginThatThrows_showsItsStackTraceAsJavaDoes() throws Exception {
    String file =
        files.source(
            "Boom.java",
            """
            public class Boom {
              public static void main(String[] args) {
                try {
                  fail();
                } catch (IllegalStateException e) {
                  throw new RuntimeException("outer", e);
                }
              }
              static void fail() {
                throw new IllegalStateException("inner");
              }
            }
            """);

    Execution execution = loadstone("run", file);

    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(execution.out()).isEmpty();
    assertThat(withoutLoaderNames(execution.err()))
        .isEqualTo(
            lines(
                "Exception in thread \"main\" java.lang.RuntimeException: outer",
                "\tat Boom.main(Boom.java:6)",
                "Caused by: java.lang.IllegalStateException: inner",
                "\tat Boom.fail(Boom.java:10)",
                "\tat Boom.main(Boom.java:4)"));
  }

  @Test
  void run_initialiserThatThrows_showsItsStackTrace() throws Exception {
    String file =
        files.source(
            "Boom.java",
            """
            public class Boom {
              static int x = Integer.parseInt("x");
            }
            """);

    Execution execution = loadstone("run", file);

    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(execution.err())
        .startsWith("Exception in thread \"main\" java.lang.NumberFormatException")
        .contains("Boom.java:2")
        .doesNotContain("dev.loadstone");
  }

  @Test
  void run_endlessRecursion_isThePluginsFailure() throws Exception {
    String file = files.main("Deep", "main(args);");

    Execution execution = loadstone("run", file);

    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(execution.err())
        .startsWith("Exception in thread \"main\" java.lang.StackOverflowError")
        .doesNotContain("dev.loadstone");
  }

  @Test
  void run_pluginThatThrowsForProgram_isOneJsonArray() throws Exception {
    String file = files.main("Boom", "throw new IllegalStateException(\"boom\");");

    Execution execution = loadstone("run", "--format", "json", file);

    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(ParsedJson.array(execution.err()))
        .singleElement()
        .satisfies(
            object -> {
              assertThat(object)
                  .containsEntry("code", "loadstone.err.plugin.failed")
                  .containsEntry("source", "Boom.java");
              assertThat(object.get("message"))
                  .asString()
                  .startsWith("java.lang.IllegalStateException: boom")
                  .contains("Boom.java:3");
            });
  }

  @Test
  void run_exit_isTheProcesss() throws Exception {
    String file = files.main("Leave", "System.out.println(\"bye\"); System.exit(7);");

    Execution execution = loadstone("run", file);

    assertThat(execution).isEqualTo(new Execution(7, lines("bye"), ""));
  }

  @Test
  void run_exitWithWarningsForProgram_stillTellsThem() throws Exception {
    String file = files.main("Leave", "new java.util.Date(1, 2, 3); System.exit(7);");

    Execution execution = loadstone("run", "--warnings", "report", "--format=json", file);

    assertThat(execution.exitCode()).isEqualTo(7);
    assertThat(ParsedJson.array(execution.err()))
        .extracting(object -> object.get("lint"))
        .containsExactly("deprecation");
  }

  @Test
  void run_threadOfPlugin_keepsTheProcessAlive() throws Exception {
    String file =
        files.main(
            "Server",
            """
            Thread main = Thread.currentThread();
                System.out.println(main.isDaemon());
                new Thread(() -> {
                  try { main.join(); Thread.sleep(200); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                  System.out.println(new Later());
                }).start();
              }
              static class Later {
                public String toString() { return "later"; }
            """);

    Execution execution = loadstone("run", file);

    assertThat(execution).isEqualTo(new Execution(0, lines("false", "later"), ""));
  }

  @Test
  void run_threadOfPluginThatFails_endsFirst() throws Exception {
    String file =
        files.main(
            "Server",
            """
            Thread main = Thread.currentThread();
                new Thread(() -> {
                  try { main.join(); } catch (InterruptedException e) { throw new IllegalStateException(e); }
                  System.out.println("later");
                }).start();
                throw new IllegalStateException("boom");
            """);

    Execution execution = loadstone("run", file);

    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(execution.out()).isEqualTo(lines("later"));
    assertThat(execution.err())
        .startsWith("Exception in thread \"main\" java.lang.IllegalStateException: boom");
  }

  @Test
  void run_plugin_seesNothingOfTheCommands() throws Exception {
    String file =
        files.main(
            "Nosy",
            """
            for (String name : new String[] {"picocli.CommandLine", "dev.loadstone.Loadstone", "io.vavr.control.Try"}) {
                  try {
                    Class.forName(name);
                    System.out.println("sees " + name);
                  } catch (ClassNotFoundException e) {
                    System.out.println("no");
                  }
                }
                System.out.println(Thread.currentThread().getContextClassLoader() == Nosy.class.getClassLoader());
            """);

    Execution execution = loadstone("run", file);

    assertThat(execution).isEqualTo(new Execution(0, lines("no", "no", "no", "true"), ""));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void run_readerThatLeaves_isNoFailure() throws Exception {
    String file =
        files.main("Loud", "for (int i = 0; i < 200_000; i++) System.out.println(\"line \" + i);");
    String line = "'" + String.join("' '", PackagedCommand.line("run", file)) + "' | head -n 1";

    Execution execution = Execution.of(folder, Map.of(), List.of("sh", "-c", line));

    assertThat(execution).isEqualTo(new Execution(0, lines("line 0"), ""));
  }

  @Test
  void run_reportedWarning_goesToStandardErrorBeforeThePluginRuns() throws Exception {
    String file = files.main("Old", "new java.util.Date(1, 2, 3); System.out.println(\"ran\");");

    Execution execution = loadstone("run", file);

    assertThat(execution.exitCode()).isZero();
    assertThat(execution.out()).isEqualTo(lines("ran"));
    assertThat(execution.err())
        .startsWith("Old.java:3: warning: [deprecation] Date(int,int,int) in ");
  }

  @Test
  void check_goodPlugin_isSilentAndRunsNothing() throws Exception {
    String file = files.main("Loud", "System.out.println(\"ran\");");

    Execution execution = loadstone("check", file);

    assertThat(execution).isEqualTo(new Execution(0, "", ""));
  }

  @Test
  void run_reportWhereTheJvmSpeaksToo_isTheArrayAlsoWhenThePluginEndsTheProcess() throws Exception {
    String file = files.main("Exits", "Object o = new java.util.ArrayList(); System.exit(3);");
    List<String> words =
        PackagedCommand.line("run", "--warnings", "report", "--report", "report.json", file);

    Execution execution = Execution.of(folder, Map.of("JAVA_TOOL_OPTIONS", "-Dcolour=none"), words);

    assertThat(execution.exitCode()).isEqualTo(3);
    assertThat(execution.err().lines()).singleElement().asString().contains("JAVA_TOOL_OPTIONS");
    assertThat(ParsedJson.array(Files.readString(folder.resolve("report.json"))))
        .extracting(diagnostic -> diagnostic.get("lint"))
        .containsExactly("rawtypes");
  }

  @Test
  void check_execute_runsIt() throws Exception {
    String file = files.main("Loud", "System.out.println(\"ran\");");

    Execution execution = loadstone("check", "--execute", file);

    assertThat(execution).isEqualTo(new Execution(0, lines("ran"), ""));
  }

  @Test
  void check_localeOfAnotherLanguage_isInEnglish() throws Exception {
    String file = files.source("Wrong.java", "class Wrong { int x = y; }");

    Execution execution =
        Execution.of(
            folder,
            Map.of("LC_ALL", "C"),
            PackagedCommand.line(List.of("-Duser.language=ja"), "check", file));

    assertThat(execution.err())
        .startsWith("Wrong.java:1: error: cannot find symbol" + System.lineSeparator());
  }

  @Test
  void compile_artifact_isLoadedAndInspected() throws Exception {
    String file = files.main("Greet", "System.out.println(\"Hello, \" + args[0]);");

    Execution compiled = loadstone("compile", "-o", "greet.jar", file);

    assertThat(compiled).isEqualTo(new Execution(0, "", ""));
    assertThat(loadstone("load", "greet.jar", "--", "Ada"))
        .isEqualTo(new Execution(0, lines("Hello, Ada"), ""));
    Execution text = loadstone("inspect", "greet.jar");
    assertThat(text.exitCode()).isZero();
    assertThat(text.out().lines().map(String::strip))
        .contains("main class     Greet", "contract       side effect")
        .anyMatch(line -> line.endsWith("  Greet"));
    Execution json = loadstone("inspect", "--format", "json", "greet.jar");
    assertThat(json.err()).isEmpty();
    assertThat(ParsedJson.object(json.out())).containsEntry("mainClass", "Greet");
  }

  @Test
  void inspect_against_tellsWhetherTheArtifactWouldLoad() throws Exception {
    files.hostJar("then.jar", "acme.Rule", "package acme; public class Rule { public int id; }");
    files.hostJar("now.jar", "acme.Rule", "package acme; public class Rule { public long id; }");
    String file = files.main("Show", "System.out.println(new acme.Rule().id);");
    loadstone("compile", "--class-path", "then.jar", "-o", "show.jar", file);

    Execution fits = loadstone("inspect", "--against", "--class-path", "then.jar", "show.jar");
    Execution differs = loadstone("inspect", "--against", "--class-path", "now.jar", "show.jar");
    Execution loaded = loadstone("load", "--class-path", "now.jar", "show.jar");

    assertThat(fits)
        .isEqualTo(new Execution(0, lines("show.jar: fits this context, and would be loaded"), ""));
    assertThat(differs)
        .isEqualTo(
            new Execution(
                3,
                "",
                lines(
                    "loadstone: show.jar: built in another context than this process, so it was not"
                        + " loaded. Compile it again here, or load it where it was built:",
                    "  acme.Rule: field id: its type was int, is now long")));
    assertThat(loaded).isEqualTo(differs);
  }

  @Test
  void load_anotherContract_isRefused() throws Exception {
    String file = files.main("Greet", "");
    loadstone("compile", "-o", "greet.jar", file);

    Execution execution = loadstone("load", "--contract", "java.lang.Runnable", "greet.jar");

    assertThat(execution.exitCode()).isEqualTo(3);
    assertThat(execution.err())
        .startsWith("loadstone: greet.jar: built for the contract side effect");
  }

  @Test
  void load_damagedArtifact_isRefusedAndNotRun() throws Exception {
    String file = files.main("Greet", "System.out.println(\"ran\");");
    loadstone("compile", "-o", "greet.jar", file);
    Path artifact = folder.resolve("greet.jar");
    byte[] bytes = Files.readAllBytes(artifact);
    bytes[bytes.length / 2] ^= 1;
    Files.write(artifact, bytes);

    Execution execution = loadstone("load", "greet.jar");

    assertThat(execution.exitCode()).isEqualTo(3);
    assertThat(execution.out()).isEmpty();
    assertThat(execution.err()).startsWith("loadstone: greet.jar: a damaged artifact: ");
  }

  @Test
  void load_pluginThatThrows_showsItsStackTrace() throws Exception {
    String file = files.main("Boom", "throw new IllegalStateException(\"boom\");");
    loadstone("compile", "-o", "boom.jar", file);

    Execution execution = loadstone("load", "boom.jar");

    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(withoutLoaderNames(execution.err()))
        .isEqualTo(
            lines(
                "Exception in thread \"main\" java.lang.IllegalStateException: boom",
                "\tat Boom.main(Boom.java:3)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java.lang.Runnable             | void run() { System.out.println("ran"); }      | ran
          java.util.concurrent.Callable<String> | String call() { return "called"; }      | called
          java.util.function.Supplier<Integer>  | Integer get() { return 42; }            | 42
          java.util.Comparator<String>   | int compare(String a, String b) { return 0; }  | Plugin: java.util.Comparator
          """)
  void run_contract_usesThePluginAsItsContractSays(String contract, String method, String out)
      throws Exception {
    String file =
        files.source(
            "Plugin.java",
            "public class Plugin implements " + contract + " { public " + method + " }");
    String raw = contract.replaceFirst("<.*", "");

    Execution execution = loadstone("run", "--contract", raw, file);

    assertThat(execution).isEqualTo(new Execution(0, lines(out), ""));
  }

  @Test
  void run_contractMethodThatThrows_isThePluginsFailure() throws Exception {
    String file =
        files.source(
            "Plugin.java",
            """
            public class Plugin implements Runnable {
              public void run() {
                throw new AssertionError(Thread.currentThread().getContextClassLoader() == Plugin.class.getClassLoader());
              }
            }
            """);

    Execution execution = loadstone("run", "--contract", "java.lang.Runnable", file);

    assertThat(execution.exitCode()).isEqualTo(1);
    assertThat(withoutLoaderNames(execution.err()))
        .isEqualTo(
            lines(
                "Exception in thread \"main\" java.lang.AssertionError: true",
                "\tat Plugin.run(Plugin.java:3)"));
  }

  @Test
  void run_hostJar_givesContractAndClasses() throws Exception {
    files.hostJar(
        "host.jar",
        "com.acme.Rule",
        "package com.acme; public interface Rule { String NAME = \"rule\"; String apply(String in); }");
    String file =
        files.source(
            "Shout.java",
            """
            import com.acme.Rule;
            public class Shout implements Rule {
              public String apply(String in) { return in.toUpperCase(); }
            }
            """);
    Files.createDirectory(folder.resolve("more"));

    Execution execution =
        loadstone(
            "run",
            "--class-path",
            "host.jar" + File.pathSeparator + "more",
            "--contract",
            "com.acme.Rule",
            file);

    assertThat(execution).isEqualTo(new Execution(0, lines("Shout: com.acme.Rule"), ""));
  }

  @Test
  void doctor_jdk_saysThatAllIsWell() throws Exception {
    files.hostJar("host.jar", "com.acme.Rule", "package com.acme; public interface Rule {}");

    Execution execution = loadstone("doctor", "--class-path", "host.jar");

    assertThat(execution.exitCode()).isZero();
    assertThat(execution.err()).isEmpty();
    assertThat(execution.out())
        .contains(
            "javac " + System.getProperty("java.specification.version"),
            System.getProperty("java.home"),
            "host.jar (packages: 1)",
            "reads class files up to release ",
            "all is well");
  }

  @Test
  void doctor_runtimeWithoutCompiler_saysWhatToDo() throws Exception {
    Execution execution =
        Execution.of(
            folder,
            Map.of(),
            PackagedCommand.line(
                List.of("--limit-modules", "java.base"), "doctor", "--compiler", "javac"));

    assertThat(execution.exitCode()).isEqualTo(4);
    assertThat(execution.out()).contains("not usable");
    assertThat(execution.err()).startsWith("loadstone: this Java runtime has no compiler");
  }

  @Test
  void run_runtimeWithoutCompiler_compilesByTheOneThatTheCommandCarries() throws Exception {
    Path plugin =
        Files.writeString(
            folder.resolve("Hello.java"),
            "class Hello { public static void main(String[] args) { System.out.println(args[0]); } }");
    List<String> options = List.of("--limit-modules", "java.base");

    Execution run =
        Execution.of(
            folder, Map.of(), PackagedCommand.line(options, "run", plugin.toString(), "--", "hi"));
    Execution doctor = Execution.of(folder, Map.of(), PackagedCommand.line(options, "doctor"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("hi" + System.lineSeparator());
    assertThat(doctor.out()).contains("compiler       ecj ");
  }

  @Test
  void deps_runtimeWithoutCompiler_parsesByTheOneThatTheCommandCarries() throws Exception {
    Path main =
        Files.writeString(
            folder.resolve("Main.java"),
            "class Main { public static void main(String[] args) { Other.say(args[0]); } }");
    Path other =
        Files.writeString(
            folder.resolve("Other.java"),
            "class Other { static void say(String word) { System.out.println(word); } }");

    Execution deps =
        Execution.of(
            folder,
            Map.of(),
            PackagedCommand.line(List.of("--limit-modules", "java.base"), "deps", main.toString()));

    assertThat(deps.err()).isEmpty();
    assertThat(deps.out()).contains(other.getFileName().toString());
  }

  @Test
  void load_artifactOfTheOtherCompiler_fitsWhereThatIsChosen() throws Exception {
    Path plugin =
        Files.writeString(
            folder.resolve("Hello.java"),
            "class Hello { public static void main(String[] args) { System.out.println(args[0]); } }");
    String artifact = folder.resolve("hello.jar").toString();

    Execution compiled =
        loadstone("compile", "--compiler", "ecj", "-o", artifact, plugin.toString());
    Execution refused = loadstone("load", artifact, "--", "hi");
    Execution loaded = loadstone("load", "--compiler", "ecj", artifact, "--", "hi");

    assertThat(compiled.exitCode()).isZero();
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("compiler: built with ecj ", "found javac ");
    assertThat(loaded.out()).isEqualTo("hi" + System.lineSeparator());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void script_pluginThatBeginsWithIt_isACommandOfItsOwn() throws Exception {
    Path tree = folder.resolve("with space");
    Files.createDirectories(tree.resolve("cli/target"));
    Files.copy(BASE.resolve("../loadstone"), tree.resolve("loadstone"));
    Files.copy(PackagedCommand.JAR, tree.resolve("cli/target/loadstone.jar"));
    Files.writeString(
        folder.resolve("Hello.java"),
        "#!/usr/bin/env loadstone\npublic class Hello {\n  public static void main(String[] args) {\n    System.out.println(\"Hello, \" + args[0]);\n  }\n}\n");
    for (Path file : List.of(tree.resolve("loadstone"), folder.resolve("Hello.java"))) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Execution execution =
        Execution.of(
            folder,
            Map.of(
                "PATH",
                tree + ":" + System.getenv("PATH"), //
                "JAVA_HOME",
                System.getProperty("java.home")),
            List.of(folder.resolve("Hello.java").toString(), "--help"));

    assertThat(execution).isEqualTo(new Execution(0, lines("Hello, --help"), ""));
  }

  private Execution loadstone(String... words) throws IOException, InterruptedException {
    return Execution.of(folder, Map.of(), PackagedCommand.line(words));
  }

  /** A plugin's loader has a name, which the JVM puts before each of its classes. */
  private static String withoutLoaderNames(String stackTrace) {
    return stackTrace.replaceAll("(?m)^(\\s*at )[^(]*/", "$1");
  }

  private static String lines(String... lines) {
    return Stream.of(lines).map(line -> line + System.lineSeparator()).reduce("", String::concat);
  }
}
