package dev.loadstone.examples.check;

import dev.loadstone.Loadstone;
import dev.loadstone.cli.PluginCheck;
import dev.loadstone.examples.pricing.PricingRule;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command of a shop, by which those who write its rules find out whether they are right. */
@Command(name = "pricing", description = "Looks after the rules of the shop.")
public final class PricingTool {

  private PricingTool() {}

  /**
   * Runs the example.
   *
   * @param args {@code check} and the files of a rule
   */
  public static void main(String[] args) {
    CommandLine pricing = new CommandLine(new PricingTool());
    pricing.addSubcommand(
        "check",
        PluginCheck.opening(
            listener -> Loadstone.builder().listener(listener).build(),
            loadstone -> loadstone.loader(PricingRule.class)));
    System.exit(pricing.execute(args));
  }
}
