package dev.loadstone.domain.context;

/** Which differences between an artifact's context and the present one are reasons to refuse it. */
public enum ContextPolicy {
  /** Any difference in what the plugin was compiled with and against. */
  EXACT,
  /** Only a difference that linking (JLS chapter 13) would notice. */
  BINARY_COMPATIBLE
}
