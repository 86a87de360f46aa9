/** Found because it lies beside the file that names it. */
record Drink(String name) {

  static Drink of(String name) {
    return new Drink(name);
  }

  String text() {
    return "a glass of " + name;
  }
}
