package dev.loadstone.adapter.javac;

import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A host with something of every kind that a plugin can depend on. */
final class RecordingHost {

  private static final Pattern TYPE =
      Pattern.compile("(?:class|interface|enum|record) (\\w+)", Pattern.MULTILINE);

  /** Compilation units, each of which begins a line with its package. */
  private static final String UNITS =
      """
      package h; public class Limits { public static final int MAX = 5; public static final String NAME = "n"; public static final int COMPUTED = Integer.parseInt("1"); public final int own = 7; public static int changing = 3; }
      package h; public class MoreLimits extends Limits { public static final long HUGE = 1L << 40; }
      package h; public class EvenMoreLimits extends MoreLimits { }
      package h; public interface Units { byte BYTE = 1; short SHORT = 2; char CHAR = 'c'; boolean ON = true; float FLOAT = 1.5f; double DOUBLE = 2.5; }
      package h; public @interface Named { String value() default "none"; int size() default Limits.MAX; Class<?> type() default Object.class; }
      package h; public @interface Marker { }
      package h; public sealed interface Shape permits Circle, Square, Polygon { }
      package h; public record Circle(double radius) implements Shape { }
      package h; public record Square(double side) implements Shape { }
      package h; public sealed abstract class Polygon implements Shape permits Triangle, Hexagon { }
      package h; public final class Triangle extends Polygon { }
      package h; public non-sealed class Hexagon extends Polygon { }
      package h; public class Failure extends Exception { private static final long serialVersionUID = 1; }
      package h; public class WorseFailure extends Failure { private static final long serialVersionUID = 1; }
      package h; public class Left { public Left left() { return this; } public Right right() { return null; } }
      package h; public class Right { }
      package h; public class FarLeft extends Left { }
      package h; public class Overloads { public void m(Left it) { } public void m(Right it) { } public void m(Colour it) { } public int n(Left it) { return 1; } }
      package h; public class Outer { public static class Nested { public static class Deep { } } public class Inner { } protected static class Hidden { } }
      package h; public class SubOuter extends Outer { }
      package h; public class Bounded<T extends Left & Marked> { public T get() { return null; } }
      package h; public interface Marked { }
      package h; public class MarkedLeft extends Left implements Marked { }
      package h; public interface Mapping { Left map(Right it) throws Failure; }
      package h; public interface NamedMapping extends Mapping { default Right back(Left it) { return null; } }
      package h; public enum Colour { RED, GREEN; public static final Colour BEST = RED; }
      package h; public record Point(Left x, int y) { }
      package h; public abstract class Base { protected Left left; public abstract Right make() throws WorseFailure; }
      package h; public class Throwing implements AutoCloseable { public void close() throws Failure { } }
      package h; @Marker @Named(type = Right.class) public class Annotated { }
      package h; public class Unused { }
      package h; class Secret { }
      package h.deep; public class Below { public static h.Left left() { return null; } public static h.Right right() { return null; } }
      package h.deep; public class Beside { public static final int LOW = -1; }
      package h.deep; public class Left { }
      package org.shop.api; public interface Rule { int price(Order order); }
      package org.shop.api; public interface Order { int LIMIT = 9; int count(); }
      package org.shop.api; public class Orders { public static Order none() { return null; } }
      package org.shop.util; public class Text { public static String trim(String text) { return text; } }
      package org.shop.util; public class Secret { }
      package org.shop.util; public class Numbers { public static final int ZERO = 0; public static int twice(int number) { return 2 * number; } }
      """;

  private RecordingHost() {}

  static InMemoryHostView view() {
    return compiled(UNITS.lines().toList());
  }

  /**
   * Returns the host with other texts in its sources.
   *
   * @param changes an old text and the new one, each
   */
  static InMemoryHostView changed(Collection<List<String>> changes) {
    String units = UNITS;
    for (List<String> change : changes) {
      units = units.replace(change.get(0), change.get(1));
    }
    return compiled(units.lines().toList());
  }

  private static InMemoryHostView compiled(List<String> units) {
    SourceFile[] files =
        Stream.concat(units.stream(), Stream.of("package none; public class None { }"))
            .map(RecordingHost::file)
            .toArray(SourceFile[]::new);
    return InMemoryHostView.of(
        Compiling.sideEffect().compile(files).get().classFiles().stream()
            .filter(each -> !each.binaryName().startsWith("none."))
            .toList());
  }

  private static SourceFile file(String unit) {
    Matcher type = TYPE.matcher(unit);
    if (!type.find()) {
      throw new IllegalArgumentException(unit);
    }
    String[] words = unit.split("[ ;]", 3);
    return SourceFile.of(words[1].replace('.', '/') + "/" + type.group(1) + ".java", unit);
  }
}
