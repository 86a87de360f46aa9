package dev.loadstone.application;

import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeImport.Form;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out which types the names of one compilation unit mean (JLS 6.4.1, 6.5, 7.5): a type that
 * is imported singly, otherwise one of the same package, otherwise one that is imported on demand;
 * and for a qualified name whose first identifier is none of these, the shortest one that is a
 * type's.
 */
final class NameResolution {

  private final String packageName;
  private final Predicate<String> lookup;
  private final Set<String> tried = new LinkedHashSet<>();
  private final Set<String> singlyImported = new HashSet<>();
  private final Set<String> packagesOnDemand = new LinkedHashSet<>();

  private NameResolution(String packageName, Predicate<String> lookup) {
    this.packageName = packageName;
    this.lookup = lookup;
  }

  /**
   * Looks up every type that the unit may need.
   *
   * @param source the unit
   * @param lookup whether a type exists, by its canonical name
   * @return the names of all types that were looked up, also of those that do not exist
   */
  static Set<String> resolve(ParsedSource source, Predicate<String> lookup) {
    NameResolution resolution = new NameResolution(source.outline().packageName(), lookup);
    source.references().imports().forEach(resolution::resolve);
    source.references().names().forEach(resolution::resolve);
    return resolution.tried;
  }

  private void resolve(TypeImport declaration) {
    boolean isType = isQualifiedType(declaration.typeName());
    if (declaration.form() == Form.SINGLE) {
      singlyImported.add(declaration.simpleName());
    } else if (declaration.form() == Form.ON_DEMAND && !isType) {
      packagesOnDemand.add(declaration.name());
    }
  }

  private void resolve(String name) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    if (!isSimpleType(first) && dot >= 0) {
      isQualifiedType(name);
    }
  }

  private boolean isSimpleType(String name) {
    if (singlyImported.contains(name) || exists(qualified(packageName, name))) {
      return true;
    }
    // Not the first one only: the compiler is to say that the name is ambiguous.
    List<String> candidates =
        packagesOnDemand.stream().map(each -> qualified(each, name)).filter(this::exists).toList();
    return !candidates.isEmpty();
  }

  /** A type of the unnamed package has no qualified name, so the shortest one has two parts. */
  private boolean isQualifiedType(String name) {
    List<String> parts = Arrays.asList(name.split("\\."));
    for (int length = 2; length <= parts.size(); length++) {
      if (exists(String.join(".", parts.subList(0, length)))) {
        return true;
      }
    }
    return false;
  }

  private boolean exists(String type) {
    tried.add(type);
    return lookup.test(type);
  }

  private static String qualified(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
