/** Greets the world, or whoever is named: {@code loadstone examples/hello/Hello.java Ada}. */
public final class Hello {

  public static void main(String[] args) {
    System.out.println("Hello, " + (args.length == 0 ? "world" : String.join(" ", args)) + "!");
  }
}
