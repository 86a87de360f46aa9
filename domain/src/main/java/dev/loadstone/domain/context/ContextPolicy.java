package dev.loadstone.domain.context;

/** Which differences between an artifact's context and the present one are reasons to refuse it. */
public enum ContextPolicy {
  /**
   * Any difference in what the plugin was compiled with and against. What is accepted does what it
   * would do if it were compiled anew.
   */
  EXACT,
  /**
   * Only a difference that linking (JLS chapter 13) would notice, and a constant whose value the
   * compiler put into the plugin and that has another one now. What is accepted links; it may do
   * something else than if it were compiled anew.
   */
  BINARY_COMPATIBLE
}
