package dishes;

/** Found because the menu imports it. */
public final class Soup {

  public String text() {
    return "soup of " + Season.vegetable();
  }
}
