package dev.loadstone.domain.context;

import dev.loadstone.domain.name.JavaNames;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The allow-list of the host view: which packages of the host exist for plugins. The JDK's exist
 * whatever it says.
 *
 * @param patterns {@code com.acme.api} for that package alone, {@code com.acme.spi.**} for it and
 *     all below; none where every package is allowed
 */
public record AllowedPackages(Option<SortedSet<String>> patterns) {

  private static final String AND_BELOW = ".**";
  private static final AllowedPackages EVERYTHING = new AllowedPackages(Option.none());

  public AllowedPackages {
    patterns.forEach(given -> given.forEach(AllowedPackages::check));
    patterns = patterns.map(given -> Collections.unmodifiableSortedSet(new TreeSet<>(given)));
  }

  /**
   * Allows every package of the host.
   *
   * @return the allow-list that narrows nothing
   */
  public static AllowedPackages everything() {
    return EVERYTHING;
  }

  /**
   * Allows what matches one of some patterns.
   *
   * @param patterns the patterns; where there are none, no package of the host is allowed
   * @return the allow-list
   * @throws IllegalArgumentException naming the first pattern that is of neither form
   */
  public static AllowedPackages of(Collection<String> patterns) {
    return new AllowedPackages(Option.some(new TreeSet<>(patterns)));
  }

  /**
   * {@return whether a package of the host is allowed}
   *
   * @param packageName the name of a named package
   */
  public boolean contains(String packageName) {
    return patterns.isEmpty()
        || patterns.get().stream().anyMatch(pattern -> matches(pattern, packageName));
  }

  /**
   * Names what is allowed, for messages.
   *
   * @return the patterns, sorted, with commas between
   */
  @Override
  public String toString() {
    return patterns
        .map(given -> given.isEmpty() ? "no package of the host" : String.join(", ", given))
        .getOrElse("every package of the host");
  }

  private static boolean matches(String pattern, String packageName) {
    if (!pattern.endsWith(AND_BELOW)) {
      return pattern.equals(packageName);
    }
    int length = pattern.length() - AND_BELOW.length();
    return packageName.regionMatches(0, pattern, 0, length)
        && (packageName.length() == length
            || (packageName.length() > length && packageName.charAt(length) == '.'));
  }

  private static void check(String pattern) {
    Objects.requireNonNull(pattern, "pattern");
    String packageName =
        pattern.endsWith(AND_BELOW)
            ? pattern.substring(0, pattern.length() - AND_BELOW.length())
            : pattern;
    if (!JavaNames.isPackageName(packageName)) {
      throw new IllegalArgumentException(
          "'"
              + pattern
              + "' names no packages: write com.acme.api for that package alone, or com.acme.spi.**"
              + " for it and all below");
    }
  }
}
