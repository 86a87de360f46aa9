package dev.loadstone.adapter.jar;

import dev.loadstone.domain.name.JavaNames;
import io.vavr.control.Option;
import java.util.Set;

/** How the parts of an artifact are named in its JAR, and which part a name stands for. */
final class EntryNames {

  static final String MANIFEST = "META-INF/MANIFEST.MF";
  static final String PROVENANCE = "META-INF/loadstone/provenance";
  static final String HOST_CLASSES = "META-INF/loadstone/host-classes";
  static final String WARNINGS = "META-INF/loadstone/warnings";

  private static final String OWN_FOLDER = "META-INF/loadstone/";
  private static final String NUMBERED_SOURCES = OWN_FOLDER + "sources/";
  private static final String CLASS_SUFFIX = ".class";
  private static final String SOURCE_SUFFIX = ".java";
  private static final Set<String> NO_SEGMENT = Set.of("", ".", "..");

  private EntryNames() {}

  static String ofClass(String binaryName) {
    return binaryName.replace('.', '/') + CLASS_SUFFIX;
  }

  static boolean isOfClass(String entryName) {
    return entryName.endsWith(CLASS_SUFFIX);
  }

  /**
   * Returns the class that an entry of a class is for. It may be one that {@link #ofClass} does not
   * give, such as {@code a.b.class}.
   */
  static String binaryName(String entryName) {
    return entryName.substring(0, entryName.length() - CLASS_SUFFIX.length()).replace('/', '.');
  }

  /**
   * Returns where a source is: below the folders of its package, a numbered one in a place apart.
   */
  static String ofSource(String sourceName) {
    return isNumbered(sourceName) ? NUMBERED_SOURCES + sourceName : sourceName;
  }

  /**
   * Returns the name of the source that an entry is for, none where no source can be. Nothing else
   * is to be found by a plugin that looks for a resource.
   */
  static Option<String> sourceName(String entryName) {
    boolean isApart = entryName.startsWith(NUMBERED_SOURCES);
    String name = isApart ? entryName.substring(NUMBERED_SOURCES.length()) : entryName;
    return Option.when(isNumbered(name) == isApart && isSourceName(name), name);
  }

  /** Returns whether a name is that of a source: with the folders of a package, or numbered so. */
  static boolean isSourceName(String name) {
    String path = isNumbered(name) ? withoutNumber(name) : name;
    return path.endsWith(SOURCE_SUFFIX)
        && JavaNames.isBinaryName(
            path.substring(0, path.length() - SOURCE_SUFFIX.length()).replace('/', '.'))
        && path.indexOf('.') == path.length() - SOURCE_SUFFIX.length();
  }

  /**
   * Returns whether a name can be one of a resource that a processor made: not where something else
   * of an artifact belongs.
   */
  static boolean isResourceName(String name) {
    return isPlausible(name)
        && !name.endsWith(CLASS_SUFFIX)
        && !name.endsWith(SOURCE_SUFFIX)
        && !name.startsWith(OWN_FOLDER);
  }

  private static boolean isNumbered(String sourceName) {
    return !sourceName.isEmpty() && isDigit(sourceName.charAt(0));
  }

  private static String withoutNumber(String sourceName) {
    int end = 1;
    while (end < sourceName.length() && isDigit(sourceName.charAt(end))) {
      end++;
    }
    return sourceName.startsWith("/", end) ? sourceName.substring(end + 1) : "";
  }

  private static boolean isDigit(char unit) {
    return unit >= '0' && unit <= '9';
  }

  /** Returns whether a name can be one of a part at all. Loops, as each start comes by here. */
  static boolean isPlausible(String entryName) {
    for (String segment : entryName.split("/", -1)) {
      if (NO_SEGMENT.contains(segment)) {
        return false;
      }
    }
    return isText(entryName) && !entryName.equals(MANIFEST) && !entryName.equals(PROVENANCE);
  }

  private static boolean isText(String name) {
    int i = 0;
    while (i < name.length()) {
      int point = name.codePointAt(i);
      if (point == '\\'
          || Character.isISOControl(point)
          || Character.getType(point) == Character.SURROGATE) {
        return false;
      }
      i += Character.charCount(point);
    }
    return true;
  }
}
