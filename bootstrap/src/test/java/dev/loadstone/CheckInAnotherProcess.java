package dev.loadstone;

/** A program that checks a source, for the release that its argument names, if any. */
final class CheckInAnotherProcess {

  private CheckInAnotherProcess() {}

  public static void main(String[] arguments) {
    Loadstone.Builder builder = Loadstone.builder();
    for (String release : arguments) {
      builder.release(Integer.parseInt(release));
    }
    try (Loadstone loadstone = builder.build()) {
      loadstone
          .sideEffects()
          .check(
              Sources.of("Main.java", "class Main { static int i = Integer.getInteger(\"i\"); }"))
          .get();
    }
    System.out.println("checked");
  }
}
