package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.testkit.HostChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a {@code switch} when what it distinguishes changes, with the JVM as oracle: in
 * class files of release 17, and of releases with patterns where there is a compiler for them.
 */
final class SwitchChangesTest {

  private static final String NO_CASE = "; no case for it in the exhaustive switch of Plugin";
  private static final String KIND = "public enum Kind { A, B }";
  private static final String KIND_ADDED = "public enum Kind { A, C, B }";
  private static final String C_ADDED = "com.acme.Kind: enum constant C was added" + NO_CASE;
  private static final String SUM =
      "int sum = 0; for (Kind kind : Kind.values()) { sum += of(kind); } return sum;";
  private static final String SHAPES =
      """
      public sealed interface Shape permits Round, Square {
        static Shape[] all() { return new Shape[] {new Round(), new Square()}; } }
      ---
      public record Round() implements Shape {}
      ---
      public record Square() implements Shape {}
      ---
      public record Box(Shape shape) {}
      """;
  private static final String TRIANGLE =
      SHAPES
              .replace("Round, Square {", "Round, Square, Triangle {")
              .replace("new Square()}", "new Square(), new Triangle()}")
          + "---\npublic record Triangle() implements Shape {}";
  private static final String TRIANGLE_PERMITTED =
      "com.acme.Shape: it now permits com.acme.Triangle" + NO_CASE;
  private static final String ALL =
      "int sum = 0; for (Shape shape : Shape.all()) { sum += of(shape); } return sum;";
  private static final String THINGS =
      """
      public sealed interface Thing permits Kind, Other {
        static Thing[] all() { List<Thing> all = new ArrayList<>(List.of(Kind.values())); all.add(new Other()); return all.toArray(new Thing[0]); } }
      ---
      public enum Kind implements Thing { A, B }
      ---
      public record Other() implements Thing {}
      """;
  private static final String ALL_THINGS = ALL.replace("Shape", "Thing");

  private static final List<Change> CHANGES =
      List.of(
          change(17, "expression: constant added", KIND, KIND_ADDED)
              .plugin(
                  SUM, "int of(Kind kind) { return switch (kind) { case A -> 1; case B -> 2; }; }")
              .throwing(C_ADDED),
          change(17, "expression with yield: constant added", KIND, KIND_ADDED)
              .plugin(
                  SUM,
                  "int of(Kind kind) { return switch (kind) { case A: yield 1; case B: yield 2; }; }")
              .throwing(C_ADDED),
          change(17, "one of two: constant added", KIND, KIND_ADDED)
              .plugin(
                  SUM,
                  "int of(Kind kind) { int one = switch (kind) { case A -> 1; default -> 2; };"
                      + " return one + switch (kind) { case A -> 1; case B -> 2; }; }")
              .throwing(C_ADDED),
          change(17, "expression with a default: constant added", KIND, KIND_ADDED)
              .plugin(
                  SUM,
                  "int of(Kind kind) { return switch (kind) { case A -> 1; case B -> 2; default -> 0; }; }")
              .same(),
          change(17, "statement: constant added", KIND, KIND_ADDED)
              .plugin(
                  SUM,
                  "int of(Kind kind) { switch (kind) { case A: return 1; case B: return 2; } return 0; }")
              .same(),
          change(17, "expression: constant removed", KIND, "public enum Kind { A }")
              .plugin(
                  "return of(Kind.A);",
                  "int of(Kind kind) { return switch (kind) { case A -> 1; case B -> 2; }; }")
              .refused("com.acme.Kind: field B is gone; used by Plugin$1"),
          change(17, "expression: constant renamed", KIND, "public enum Kind { A, C }")
              .plugin(
                  SUM, "int of(Kind kind) { return switch (kind) { case A -> 1; case B -> 2; }; }")
              .throwing("com.acme.Kind: field B is gone; used by Plugin$1", C_ADDED),
          change(17, "expression: constants in another order", KIND, "public enum Kind { B, A }")
              .plugin(
                  SUM, "int of(Kind kind) { return switch (kind) { case A -> 1; case B -> 2; }; }")
              .same(),
          change(21, "null case: constant added", KIND, KIND_ADDED)
              .plugin(
                  SUM,
                  "int of(Kind kind) { return switch (kind) { case null -> 0; case A -> 1; case B -> 2; }; }")
              .throwing(C_ADDED),
          change(21, "null case: constant renamed", KIND, "public enum Kind { A, C }")
              .plugin(
                  SUM,
                  "int of(Kind kind) { return switch (kind) { case null -> 0; case A -> 1; case B -> 2; }; }")
              .throwing("com.acme.Kind: field B is gone; used by Plugin", C_ADDED),
          change(21, "guard: constant removed", KIND, "public enum Kind { A }")
              .plugin(
                  "return of(Kind.A);",
                  "int of(Kind kind) { return switch (kind) { case null -> 0; case A -> 1; case B -> 2; }; }")
              .refused("com.acme.Kind: field B is gone; used by Plugin"),
          change(
                  21,
                  "null case: enum to class",
                  KIND,
                  "public class Kind { public static final Kind A = new Kind(); public static final Kind B = new Kind();"
                      + " public static Kind[] values() { return new Kind[] {A, B}; } }")
              .plugin(
                  SUM,
                  "int of(Kind kind) { return switch (kind) { case null -> 0; case A -> 1; case B -> 2; }; }")
              .throwing("com.acme.Kind: enum is a class now; used by Plugin"),
          change(
                  21,
                  "null case: constant to field",
                  KIND,
                  "public enum Kind { A; public static final Kind B = A; }")
              .plugin(
                  "return of(Kind.A);",
                  "int of(Kind kind) { return switch (kind) { case null -> 0; case A -> 1; case B -> 2; }; }")
              .refused("com.acme.Kind: field B is no longer an enum constant; used by Plugin"),
          change(21, "types: subclass permitted", SHAPES, TRIANGLE)
              .plugin(
                  ALL,
                  "int of(Shape shape) { return switch (shape) { case Round r -> 1; case Square s -> 2; }; }")
              .throwing(TRIANGLE_PERMITTED),
          change(21, "types in a statement: subclass permitted", SHAPES, TRIANGLE)
              .plugin(
                  ALL,
                  "int of(Shape shape) { switch (shape) { case Round r -> { return 1; } case Square s -> { return 2; } } }")
              .throwing(TRIANGLE_PERMITTED),
          change(21, "types with a default: subclass permitted", SHAPES, TRIANGLE)
              .plugin(
                  ALL,
                  "int of(Shape shape) { return switch (shape) { case Round r -> 1; case Square s -> 2; default -> 0; }; }")
              .same(),
          change(21, "types with a total pattern: subclass permitted", SHAPES, TRIANGLE)
              .plugin(
                  ALL,
                  "int of(Shape shape) { return switch (shape) { case Round r -> 1; case Shape s -> 2; }; }")
              .same(),
          change(21, "record pattern: subclass permitted", SHAPES, TRIANGLE)
              .plugin(
                  ALL,
                  "int of(Shape shape) { return switch (new Box(shape)) { case Box(Round r) -> 1; case Box(Square s) -> 2; }; }")
              .throwing(TRIANGLE_PERMITTED),
          change(21, "record pattern with a total one: subclass permitted", SHAPES, TRIANGLE)
              .plugin(
                  ALL,
                  "int of(Shape shape) { return switch (new Box(shape)) { case Box(Round r) -> 1; case Box(var s) -> 2; }; }")
              .same(),
          change(
                  21,
                  "types: interface no longer sealed",
                  SHAPES,
                  SHAPES.replace("sealed interface Shape permits Round, Square", "interface Shape"))
              .plugin(
                  ALL,
                  "int of(Shape shape) { return switch (shape) { case Round r -> 1; case Square s -> 2; }; }")
              .unmet("com.acme.Shape: it is no longer sealed" + NO_CASE),
          change(
                  21,
                  "types: subclass no longer permitted",
                  SHAPES,
                  SHAPES
                      .replace("permits Round, Square {", "permits Round {")
                      .replace(", new Square()", "")
                      .replace("Square() implements Shape", "Square()"))
              .plugin(
                  ALL,
                  "int of(Shape shape) { return switch (shape) { case Round r -> 1; case Square s -> 2; }; }")
              .refused("com.acme.Square: no longer implements com.acme.Shape; used by Plugin"),
          change(
                  21,
                  "types: subclass removed",
                  SHAPES,
                  SHAPES
                      .replace("permits Round, Square {", "permits Round {")
                      .replace(", new Square()", "")
                      .replace(
                          "public record Square() implements Shape {}", "public record Else() {}"))
              .plugin(
                  ALL,
                  "int of(Shape shape) { return switch (shape) { case Round r -> 1; case Square s -> 2; }; }")
              .error("com.acme.Square: record is gone; used by Plugin"),
          change(
                  21,
                  "types: abstract class made concrete",
                  "public abstract sealed class Base permits Low { public static Base make() { return new Low(); } }\n---\npublic final class Low extends Base {}",
                  "public sealed class Base permits Low { public static Base make() { return new Base(); } }\n---\npublic final class Low extends Base {}")
              .plugin(
                  "return of(Base.make());",
                  "int of(Base base) { return switch (base) { case Low low -> 1; }; }")
              .throwing("com.acme.Base: it is no longer abstract" + NO_CASE),
          change(
                  21,
                  "types: subclass permitted below",
                  "public sealed interface Top permits Low {}\n---\npublic sealed interface Low extends Top permits One { static Top make() { return new One(); } }\n---\npublic record One() implements Low {}",
                  "public sealed interface Top permits Low {}\n---\npublic sealed interface Low extends Top permits One, Two { static Top make() { return new Two(); } }\n---\npublic record One() implements Low {}\n---\npublic record Two() implements Low {}")
              .plugin(
                  "return of(Low.make());",
                  "int of(Top top) { return switch (top) { case One one -> 1; }; }")
              .throwing("com.acme.Low: it now permits com.acme.Two" + NO_CASE),
          change(
                  21,
                  "qualified constants: constant added",
                  THINGS,
                  THINGS.replace("A, B", "A, B, C"))
              .plugin(
                  ALL_THINGS,
                  "int of(Thing thing) { return switch (thing) { case Kind.A -> 1; case Kind.B -> 2; case Other o -> 3; }; }")
              .throwing(C_ADDED),
          change(
                  21,
                  "qualified constants: constant renamed",
                  THINGS,
                  THINGS.replace("A, B", "A, C"))
              .plugin(
                  ALL_THINGS,
                  "int of(Thing thing) { return switch (thing) { case Kind.A -> 1; case Kind.B -> 2; case Other o -> 3; }; }")
              .throwing("com.acme.Kind: field B is gone; used by Plugin", C_ADDED),
          change(
                  21,
                  "qualified constants: enum removed",
                  THINGS,
                  THINGS
                      .replace("permits Kind, Other", "permits Other")
                      .replace("List.of(Kind.values())", "")
                      .replace(
                          "public enum Kind implements Thing { A, B }", "public enum Else { A }"))
              .plugin(
                  ALL_THINGS,
                  "int of(Thing thing) { return switch (thing) { case Kind.A -> 1; case Kind.B -> 2; case Other o -> 3; }; }")
              .refused("com.acme.Kind: enum is gone; used by Plugin"));

  private static final ConcurrentMap<Change, Trial> TRIALS = new ConcurrentHashMap<>();

  /** Of release 25, call sites say what they are over; before, that it is some object. */
  static Stream<Change> changes() {
    return CHANGES.stream()
        .flatMap(change -> Stream.of(change, change.withRelease(change.release() == 17 ? 21 : 25)))
        .filter(change -> change.release() <= Runtime.version().feature());
  }

  private static Trial trial(Change change) {
    return TRIALS.computeIfAbsent(change, Change::trial);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void differences_ofChange_areWhatIsGoneAndWhatHasNoCase(Change change) {
    assertThat(trial(change).differences())
        .extracting(Difference::toString)
        .containsExactlyElementsOf(change.differences());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isReasonToRefuse_ofChange_isWhatThePluginNames(Change change) {
    assertThat(trial(change).differences())
        .allSatisfy(
            difference ->
                assertThat(difference.isReasonToRefuse())
                    .isNotEqualTo(difference.toString().endsWith(NO_CASE)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void run_withoutCheck_hasTheEffect(Change change) {
    Trial trial = trial(change);

    Trial.Run before = Trial.run(trial.before(), trial.plugin());
    Trial.Run after = Trial.run(trial.after(), trial.plugin());

    assertThat(before.result()).matches("\\d+");
    switch (change.effect()) {
      case NUMBER -> assertThat(after.result()).matches("\\d+");
      case SAME -> assertThat(after.error()).isEmpty();
      case UNMATCHED ->
          assertThat(after.result())
              .containsAnyOf(
                  "MatchException", "IncompatibleClassChangeError", "BootstrapMethodError");
      case ERROR -> assertThat(after.error()).isNotEmpty();
    }
  }

  private enum Effect {
    NUMBER,
    SAME,
    UNMATCHED,
    ERROR
  }

  private static Change change(int release, String name, String before, String after) {
    return new Change(release, name, before, after, "", Effect.SAME, List.of());
  }

  private record Change(
      int release,
      String name,
      String before,
      String after,
      String plugin,
      Effect effect,
      List<String> differences) {

    Change plugin(String call, String method) {
      String body = call + "\n}\nstatic " + method + "\n{";
      return new Change(release, name, before, after, body, effect, differences);
    }

    Change withRelease(int other) {
      return new Change(other, name, before, after, plugin, effect, differences);
    }

    Change same() {
      return with(Effect.SAME);
    }

    Change throwing(String... expected) {
      return with(Effect.UNMATCHED, expected);
    }

    Change refused(String... expected) {
      return with(Effect.SAME, expected);
    }

    Change unmet(String... expected) {
      return with(Effect.NUMBER, expected);
    }

    Change error(String... expected) {
      return with(Effect.ERROR, expected);
    }

    private Change with(Effect expectedEffect, String... expected) {
      return new Change(
          release, name, before, after, plugin, expectedEffect, Arrays.asList(expected));
    }

    Trial trial() {
      HostChange change =
          new HostChange(name, before, after, plugin, HostChange.Effect.SAME, List.of());
      List<String> compiled = new ArrayList<>(change.sourcesBefore().values());
      compiled.add(change.pluginSource());
      Map<String, ClassFile> together = compile(compiled);
      Map<String, ClassFile> ofPlugin = new TreeMap<>(together);
      ofPlugin.keySet().removeIf(each -> !each.startsWith("plugin."));
      together.keySet().removeAll(ofPlugin.keySet());
      return new Trial(
          together, compile(List.copyOf(change.sourcesAfter().values())), ofPlugin, List.of());
    }

    private Map<String, ClassFile> compile(List<String> sources) {
      return InMemoryJavac.compile(sources, "--release", String.valueOf(release));
    }

    @Override
    public String toString() {
      return release + " " + name;
    }
  }
}
