package dishes;

/** Found because a file of its package names it. */
final class Season {

  private Season() {}

  static String vegetable() {
    return "leek";
  }
}
