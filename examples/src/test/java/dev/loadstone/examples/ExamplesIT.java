package dev.loadstone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.Main;
import dev.loadstone.examples.check.PricingTool;
import dev.loadstone.examples.interactive.MessageLoop;
import dev.loadstone.examples.menu.MainFileRunner;
import dev.loadstone.examples.pricing.Checkout;
import dev.loadstone.examples.reload.Replier;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples as their readers start them. */
final class ExamplesIT {

  private static final String PRICING = "examples/pricing/Pricing.java";

  @TempDir Path folder;

  @Test
  void hello_arguments_greetsThem() throws Exception {
    Run run = Run.of(Main.class, "run", "examples/hello/Hello.java", "--", "Ada", "Grace");

    assertThat(run).isEqualTo(new Run(0, lines("Hello, Ada Grace!"), ""));
  }

  @Test
  void checkout_rule_isAsked() throws Exception {
    Run run = Run.of(Checkout.class, PRICING, "9.90", "12");

    assertThat(run).isEqualTo(new Run(0, lines("12 x 9.90 = 106.9200"), ""));
  }

  @Test
  void checkout_ruleForAnotherContract_namesFileAndLine() throws Exception {
    Run run = Run.of(Checkout.class, "examples/messages/Welcome.java", "9.90", "12");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("examples/messages/Welcome.java:4: error: ")
        .contains("PricingRule")
        .doesNotContain("\tat ");
  }

  @Test
  void checkout_ruleIsNotThere_saysSo() throws Exception {
    Run run = Run.of(Checkout.class, "examples/pricing/Prices.java", "9.90", "12");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("examples/pricing/Prices.java: ").doesNotContain("\tat ");
  }

  @Test
  void messageLoop_files_showsMessagesAndErrorsToTheEndOfInput() throws Exception {
    Path failing = Files.writeString(folder.resolve("Failing.java"), FAILING);

    Run run =
        Run.withInput(
            "examples/messages/Welcome.java\nexamples/messages/Mistake.java\nnowhere/A.java\n"
                + failing
                + "\nexamples/messages/Welcome.java\n",
            MessageLoop.class);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().map(line -> line.replaceFirst("^(nowhere/A.java: ).*", "$1...")))
        .containsExactly(
            "Which file?",
            "Welcome! All is ready.",
            "Which file?",
            "examples/messages/Mistake.java:8: error: incompatible types: int cannot be converted to java.lang.String",
            "    return 42;",
            "           ^",
            "Which file?",
            "nowhere/A.java: ...",
            "Which file?",
            failing + ": java.lang.IllegalStateException: no message today",
            "Which file?",
            "Welcome! All is ready.",
            "Which file?");
  }

  @Test
  @Timeout(120)
  void replier_ruleChanges_answersByTheNewOneOrTheLastGoodOne() throws Exception {
    Path rule = folder.resolve("Reply.java");
    String source = Files.readString(Path.of(System.getProperty("basedir"), "reply/Reply.java"));
    Files.writeString(rule, source);
    Path errors = folder.resolve("errors.txt");
    Process process =
        Run.process(Replier.class, rule.toString()).redirectError(errors.toFile()).start();
    try (BufferedWriter questions = process.outputWriter();
        BufferedReader answers = process.inputReader()) {
      String first = ask("good morning", questions, answers);
      Files.writeString(rule, source.replace("!", "?"));
      String changed = ask("good evening", questions, answers);
      Files.writeString(rule, source.replace("return", "retrun"));
      String broken = ask("good night", questions, answers);

      assertThat(List.of(first, changed, broken))
          .containsExactly("GOOD MORNING!", "GOOD EVENING?", "GOOD NIGHT?");
      assertThat(errors).content().startsWith(rule + ":9: error: ");
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor()).isNotNegative();
  }

  @Test
  void mainFileRunner_mainFile_findsAndRunsWhatItNeeds() throws Exception {
    Run run = Run.of(MainFileRunner.class, "examples/menu/Menu.java");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                lines(
                    "files: [examples/menu/Drink.java, examples/menu/dishes/Season.java,"
                        + " examples/menu/dishes/Soup.java, examples/menu/Menu.java]",
                    "soup of leek",
                    "a glass of water"),
                ""));
  }

  @Test
  void mainFileRunner_brokenFile_namesItsLine() throws Exception {
    Run run = Run.of(MainFileRunner.class, "examples/messages/Mistake.java");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("examples/messages/Mistake.java:8: error: ")
        .doesNotContain("\tat ");
  }

  @Test
  void pricingTool_goodRule_saysNothing() throws Exception {
    Run run = Run.of(PricingTool.class, "check", PRICING);

    assertThat(run).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void pricingTool_ruleForAnotherContract_namesFileAndLine() throws Exception {
    Run run = Run.of(PricingTool.class, "check", "examples/messages/Welcome.java");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("examples/messages/Welcome.java:4: error: ")
        .contains("PricingRule")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check"})
  void pricingTool_wrongArguments_tellsItsUsage(String words) throws Exception {
    Run run = Run.of(PricingTool.class, words.lines().toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: pricing").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @MethodSource
  void example_wrongArguments_tellsItsUsage(Class<?> example, List<String> arguments)
      throws Exception {
    Run run = Run.of(example, arguments.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("usage: " + example.getSimpleName()).hasLineCount(1);
  }

  static Stream<Arguments> example_wrongArguments_tellsItsUsage() {
    return Stream.of(
        Arguments.of(Checkout.class, List.of()),
        Arguments.of(Checkout.class, List.of(PRICING, "9.90", "1", "more")),
        Arguments.of(Checkout.class, List.of(PRICING, "cheap", "1")),
        Arguments.of(Checkout.class, List.of(PRICING, "9.90", "0")),
        Arguments.of(MessageLoop.class, List.of("examples/messages/Welcome.java")),
        Arguments.of(Replier.class, List.of()),
        Arguments.of(MainFileRunner.class, List.of("A.java", "B.java")));
  }

  private static String ask(String line, BufferedWriter questions, BufferedReader answers)
      throws IOException {
    questions.write(line + "\n");
    questions.flush();
    return String.valueOf(answers.readLine());
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private static final String FAILING =
      """
      public final class Failing implements java.util.function.Supplier<String> {
        public String get() {
          throw new IllegalStateException("no message today");
        }
      }
      """;
}
