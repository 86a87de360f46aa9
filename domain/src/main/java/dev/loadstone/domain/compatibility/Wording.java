package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.abi.Modifiers;
import dev.loadstone.domain.abi.TypeNames;
import java.util.List;
import java.util.stream.Collectors;

/** How classes are named in what is found. */
final class Wording {

  static final String NOTHING = "none";

  private static final int MOST_NAMES = 3;

  private Wording() {}

  /** Class names, simple where that is enough. */
  static String names(List<String> binaryNames) {
    List<String> descriptors = binaryNames.stream().map(Wording::descriptor).toList();
    TypeNames names = TypeNames.among(descriptors);
    return listed(descriptors.stream().map(names::type).toList());
  }

  static String listed(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    boolean isLong = names.size() > MOST_NAMES;
    int shown = isLong ? MOST_NAMES : names.size() - 1;
    return names.stream().limit(shown).collect(Collectors.joining(", "))
        + " and "
        + (isLong ? names.size() - MOST_NAMES + " more" : names.get(shown));
  }

  static String descriptor(String binaryName) {
    return "L" + binaryName.replace('.', '/') + ";";
  }

  /** What kind of class it is. */
  static String kind(ClassAbi type) {
    Modifiers modifiers = type.modifiers();
    if (modifiers.has(Modifier.ANNOTATION)) {
      return "annotation interface";
    }
    if (modifiers.has(Modifier.INTERFACE)) {
      return "interface";
    }
    if (modifiers.has(Modifier.ENUM)) {
      return "enum";
    }
    return modifiers.has(Modifier.RECORD) ? "record" : "class";
  }

  static String withArticle(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }
}
