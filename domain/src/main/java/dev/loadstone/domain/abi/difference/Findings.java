package dev.loadstone.domain.abi.difference;

import dev.loadstone.domain.context.Difference;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects the differences of one class, with one wording for each sort. */
final class Findings {

  private static final int LONGEST = 2_000;

  private final String subject;
  private final List<Difference> found = new ArrayList<>();

  Findings(String subject) {
    this.subject = subject;
  }

  void added(Difference.Kind kind, String what) {
    add(kind, "no " + what, what, what + " was added");
  }

  void removed(Difference.Kind kind, String what) {
    add(kind, what, "no " + what, what + " is gone");
  }

  /** What was there in one form, and is there in another: {@code method a(int) is now a(long)}. */
  void changed(Difference.Kind kind, String then, String now, String shortNow) {
    add(kind, then, now, then + " is now " + shortNow);
  }

  /** A property of something: {@code field SIZE: the value was 1, is now 2}. */
  void property(Difference.Kind kind, String what, String property, String then, String now) {
    String of = what.isEmpty() ? "" : what + ": ";
    add(
        kind,
        of + property + " " + then,
        of + property + " " + now,
        of + property + " was " + then + ", is now " + now);
  }

  /** A generic signature; as it stands in the class file where it would look the same otherwise. */
  void signature(
      Difference.Kind kind,
      String what,
      Option<String> then,
      Option<String> now,
      UnaryOperator<String> shown) {
    Option<String> was = then.map(shown);
    Option<String> is = now.map(shown);
    boolean alike = was.equals(is);
    property(
        kind,
        what,
        "its generic declaration",
        (alike ? then : was).getOrElse("none"),
        (alike ? now : is).getOrElse("none"));
  }

  void add(Difference.Kind kind, String then, String now, String description) {
    found.add(new Difference(kind, subject, cut(then), cut(now), cut(description)));
  }

  // A hostile class file may hold texts of any length.
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  List<Difference> all() {
    return List.copyOf(found);
  }
}
