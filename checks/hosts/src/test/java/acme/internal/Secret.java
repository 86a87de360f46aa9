package acme.internal;

/** What a bundle keeps private, and a module does not export. */
public final class Secret {

  private Secret() {}

  public static String word() {
    return "sesame";
  }
}
