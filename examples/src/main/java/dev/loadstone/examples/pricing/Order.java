package dev.loadstone.examples.pricing;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a customer wants to buy.
 *
 * @param unitPrice the price of one
 * @param quantity how many
 */
public record Order(BigDecimal unitPrice, int quantity) {

  public Order {
    Objects.requireNonNull(unitPrice, "unitPrice");
    if (quantity < 1) {
      throw new IllegalArgumentException("an order of " + quantity);
    }
  }
}
