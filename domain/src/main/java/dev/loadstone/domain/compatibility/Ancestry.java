package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A class with all that it inherits from.
 *
 * @param classes the class itself and its superclasses, up to the first that is not found
 * @param interfaces all interfaces that it and these implement, each once
 * @param missing the binary names of those supertypes that are not found
 */
record Ancestry(List<ClassAbi> classes, List<ClassAbi> interfaces, SortedSet<String> missing) {

  static Ancestry of(ClassAbi type, Function<String, Option<ClassAbi>> lookup) {
    return new Ascent(lookup).from(type);
  }

  /** Whether all supertypes are known. */
  boolean isComplete() {
    return missing.isEmpty();
  }

  /** Whether a class, or an interface, is among them. */
  boolean has(String binaryName) {
    return contains(classes, binaryName) || contains(interfaces, binaryName);
  }

  private static boolean contains(List<ClassAbi> types, String binaryName) {
    return types.stream().anyMatch(type -> type.name().equals(binaryName));
  }

  private static final class Ascent {

    private final Function<String, Option<ClassAbi>> lookup;
    private final Map<String, ClassAbi> classes = new LinkedHashMap<>();
    private final Map<String, ClassAbi> interfaces = new LinkedHashMap<>();
    private final SortedSet<String> missing = new TreeSet<>();

    Ascent(Function<String, Option<ClassAbi>> lookup) {
      this.lookup = lookup;
    }

    Ancestry from(ClassAbi type) {
      Option<ClassAbi> next = Option.some(type);
      // A class that is its own superclass does not load; here it must not keep us forever.
      while (next.isDefined() && classes.putIfAbsent(next.get().name(), next.get()) == null) {
        next = next.get().superclass().flatMap(this::find);
      }
      classes.values().forEach(each -> each.interfaces().forEach(this::add));
      return new Ancestry(
          new ArrayList<>(classes.values()), new ArrayList<>(interfaces.values()), missing);
    }

    private void add(String name) {
      find(name)
          .filter(type -> interfaces.putIfAbsent(name, type) == null)
          .forEach(type -> type.interfaces().forEach(this::add));
    }

    private Option<ClassAbi> find(String name) {
      return lookup.apply(name).onEmpty(() -> missing.add(name));
    }
  }
}
