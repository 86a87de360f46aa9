package dev.loadstone;

import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What becomes of the compiler's warnings.
 *
 * <p>All lint keys are on except {@code serial}, {@code processing}, {@code path}, {@code
 * classfile}, {@code options} and those about modules. Immutable.
 */
public final class Warnings {

  private final WarningPolicy policy;

  private Warnings(WarningPolicy policy) {
    this.policy = policy;
  }

  /**
   * Makes every warning that is positioned in the plugin's own sources fail the compilation, except
   * {@code deprecation}, {@code removal} and {@code preview}, which are reported: what a host
   * deprecates does not break its plugins.
   *
   * @return the default treatment
   */
  public static Warnings asErrors() {
    return new Warnings(new WarningPolicy(Treatment.ERRORS, Set.of()));
  }

  /**
   * Reports warnings to the listener; none fails a compilation.
   *
   * @return the treatment
   */
  public static Warnings reported() {
    return new Warnings(new WarningPolicy(Treatment.REPORTED, Set.of()));
  }

  /**
   * Shows no warnings.
   *
   * @return the treatment
   */
  public static Warnings ignored() {
    return new Warnings(new WarningPolicy(Treatment.IGNORED, Set.of()));
  }

  /**
   * Shows no warnings under some keys.
   *
   * @param keys the compiler's lint keys, such as {@code unchecked}, or its code for a warning that
   *     has none, such as {@code compiler.warn.unreachable.catch}; one that the compiler does not
   *     know has no effect
   * @return a treatment that excepts these keys too
   */
  public Warnings except(String... keys) {
    Set<String> all = new HashSet<>(policy.except());
    all.addAll(List.of(keys));
    return new Warnings(new WarningPolicy(policy.treatment(), all));
  }

  WarningPolicy policy() {
    return policy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Warnings that && policy.equals(that.policy);
  }

  @Override
  public int hashCode() {
    return policy.hashCode();
  }

  @Override
  public String toString() {
    return policy.toString();
  }
}
