package acme.api;

/** What plugins use of their host: a constant, a method, and a nested type. */
public final class Greeting {

  public static final int NUMBER = 1;

  private Greeting() {}

  public static String to(String name) {
    return "hello " + name;
  }

  /** How loud it is. */
  public enum Kind {
    SOFT,
    LOUD
  }
}
