import dev.loadstone.examples.pricing.Order;
import dev.loadstone.examples.pricing.PricingRule;
import java.math.BigDecimal;

/** This month's prices: whoever takes ten or more pays a tenth less. */
public final class Pricing implements PricingRule {

  private static final BigDecimal REDUCED = new BigDecimal("0.90");

  @Override
  public BigDecimal price(Order order) {
    BigDecimal full = order.unitPrice().multiply(BigDecimal.valueOf(order.quantity()));
    return order.quantity() < 10 ? full : full.multiply(REDUCED);
  }
}
