package dev.loadstone.examples.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.loadstone.Loadstone;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.testkit.FakeCompiler;
import dev.loadstone.testkit.FakeLoader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host's own test: what loads the rules is substituted, so each case takes a line. */
final class CheckoutTest {

  private static final Order ORDER = new Order(new BigDecimal("2.50"), 4);

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    String source = "public class Rule {} // a " + PricingRule.class.getName() + "\n";
    file = Files.writeString(folder.resolve("Rule.java"), source);
  }

  @Test
  void bill_rule_isAsked() {
    PricingRule rule = order -> order.unitPrice().multiply(BigDecimal.valueOf(order.quantity()));

    String bill = bill(FakeCompiler.create(), FakeLoader.running(arguments -> rule));

    assertThat(bill).isEqualTo("4 x 2.50 = 10.00");
  }

  @Test
  void bill_ruleFailsAsItStarts_isPluginFailedWithItsException() {
    ArithmeticException thrown = new ArithmeticException("no prices on Sundays");
    FakeLoader loader =
        FakeLoader.running(
            arguments -> {
              throw thrown;
            });

    assertThatExceptionOfType(PluginFailed.class)
        .isThrownBy(() -> bill(FakeCompiler.create(), loader))
        .withCause(thrown);
  }

  @Test
  void bill_noCompilerInThisRuntime_saysSo() {
    FakeCompiler compiler = FakeCompiler.failing(new CompilerUnavailable());

    assertThatExceptionOfType(CompilerUnavailable.class)
        .isThrownBy(() -> bill(compiler, FakeLoader.running(arguments -> null)));
  }

  private String bill(FakeCompiler compiler, FakeLoader loader) {
    try (Loadstone loadstone = Loadstone.builder().compiler(compiler).loader(loader).build()) {
      return new Checkout(loadstone).bill(file, ORDER);
    }
  }
}
