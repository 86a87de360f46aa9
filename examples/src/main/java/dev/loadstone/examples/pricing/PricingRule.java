package dev.loadstone.examples.pricing;

import java.math.BigDecimal;

/** The contract that operators implement. */
public interface PricingRule {

  /**
   * Prices an order.
   *
   * @param order what is bought
   * @return the price of all of it
   */
  BigDecimal price(Order order);
}
