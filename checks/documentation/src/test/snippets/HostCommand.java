import dev.loadstone.Loadstone;
import dev.loadstone.cli.PluginCheck;
import dev.loadstone.examples.pricing.PricingRule;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What stands around statements of a host that has a command of its own. */
public final class HostCommand {

  @Command(name = "pricing")
  static final class PricingApp {}

  public static void main(String[] args) {
    String[] arguments = {"check", "rules/Pricing.java"};
    // The snippet.
  }
}
