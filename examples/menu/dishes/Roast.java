package dishes;

/** No file names it yet, so it is neither compiled nor found wanting. */
public final class Roast {

  public String text() {
    return Cuts.ofTheDay();
  }
}
