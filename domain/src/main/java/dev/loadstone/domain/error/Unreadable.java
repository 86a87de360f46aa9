package dev.loadstone.domain.error;

/** Why a file cannot be read. */
public enum Unreadable {
  /** There is none. */
  MISSING("no such file"),
  /** It is a folder. */
  FOLDER("is a folder, not a file"),
  /** It is there, but reading it failed. */
  FAILED("cannot be read");

  private final String words;

  Unreadable(String words) {
    this.words = words;
  }

  /**
   * Returns the reason for people.
   *
   * @return the reason, such as {@code no such file}
   */
  public String words() {
    return words;
  }
}
