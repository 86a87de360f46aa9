package dev.loadstone.cli;

/** What a warning of ours is about, as opposed to one about the plugin's sources. */
enum Caution {
  /** An option that cannot be followed to the letter. */
  OPTION("loadstone.warn.option"),
  /** The cache cannot be used, so plugins are compiled each time. */
  CACHE("loadstone.warn.cache");

  private final String code;

  Caution(String code) {
    this.code = code;
  }

  /** Returns the code by which programs tell it from the compiler's. */
  String code() {
    return code;
  }
}
