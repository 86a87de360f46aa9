package dev.loadstone.examples.pricing;

import dev.loadstone.Loadstone;
import dev.loadstone.domain.error.PluginException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Prices an order by a rule that an operator wrote. */
public final class Checkout {

  private final Loadstone loadstone;

  /**
   * Makes a checkout.
   *
   * @param loadstone what loads the rules; the caller closes it
   */
  public Checkout(Loadstone loadstone) {
    this.loadstone = loadstone;
  }

  /**
   * Prices an order.
   *
   * @param rule the file of a {@link PricingRule}
   * @param order the order
   * @return a line for the customer
   * @throws PluginException if the rule cannot be loaded
   */
  public String bill(Path rule, Order order) {
    PricingRule pricing = loadstone.loader(PricingRule.class).load(List.of(rule)).get();
    return order.quantity() + " x " + order.unitPrice() + " = " + pricing.price(order);
  }

  /**
   * Runs the example.
   *
   * @param args the file of the rule, a unit price and a quantity
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try (Loadstone loadstone = Loadstone.create()) {
      if (args.length != 3) {
        throw new IllegalArgumentException("three arguments are needed");
      }
      Order order = new Order(new BigDecimal(args[1]), Integer.parseInt(args[2]));
      System.out.println(new Checkout(loadstone).bill(Path.of(args[0]), order));
      return 0;
    } catch (PluginException error) {
      System.err.println(error.getMessage());
      return 1;
    } catch (IllegalArgumentException wrong) {
      System.err.println("usage: Checkout RULE.java UNIT-PRICE QUANTITY");
      return 2;
    }
  }
}
