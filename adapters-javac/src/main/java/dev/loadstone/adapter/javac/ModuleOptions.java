package dev.loadstone.adapter.javac;

import io.vavr.control.Option;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the options that change what the compiler believes of the JDK's modules. The plugin runs
 * in this process, whose modules no option of the compiler changes, so such an option is taken only
 * where it says of them what is so.
 */
final class ModuleOptions {

  private static final String ALL_UNNAMED = "ALL-UNNAMED";
  private static final String ALL_SYSTEM = "ALL-SYSTEM";
  private static final String EXPORTS = "--add-exports";
  private static final String READS = "--add-reads";
  private static final String ADDED = "--add-modules";
  private static final String LIMIT = "--limit-modules";

  private ModuleOptions() {}

  /**
   * Judges the options of a request.
   *
   * @param options the options, as on javac's command line
   * @return what is wrong with the first one that is not as it is in this process
   */
  static Option<String> violation(List<String> options) {
    for (int i = 0; i < options.size(); i++) {
      for (String name : List.of(EXPORTS, READS, ADDED, LIMIT)) {
        String option = options.get(i);
        Option<String> value =
            option.equals(name)
                ? Option.when(
                    i + 1 < options.size(), options.get(Math.min(i + 1, options.size() - 1)))
                : Option.when(
                    option.startsWith(name + "="), () -> option.substring(name.length() + 1));
        Option<String> reason = value.flatMap(given -> reason(name, given));
        if (reason.isDefined()) {
          return reason.map(
              why -> "compiler option " + name + " " + value.get() + " is refused: " + why);
        }
      }
    }
    return Option.none();
  }

  private static Option<String> reason(String name, String value) {
    return switch (name) {
      case EXPORTS -> exportsReason(value);
      case READS -> readsReason(value);
      case ADDED -> addedReason(value);
      default -> limitReason(value);
    };
  }

  private static Option<String> exportsReason(String value) {
    String[] parts = value.split("[/=]", 3);
    if (parts.length < 3) {
      return Option.none(); // The compiler says what is wrong with it.
    }
    boolean isExported =
        names(parts[2]).contains(ALL_UNNAMED)
            && resolved(parts[0])
                .exists(
                    module ->
                        module.getPackages().contains(parts[1])
                            && module.isExported(parts[1], JdkModules.unnamed()));
    return Option.when(
        !isExported,
        "this process does not export the package to plugins, which are in no named module; start it with %s %s/%s=%s"
            .formatted(EXPORTS, parts[0], parts[1], ALL_UNNAMED));
  }

  private static Option<String> readsReason(String value) {
    String[] parts = value.split("=", 2);
    if (parts.length < 2) {
      return Option.none();
    }
    boolean isRead =
        resolved(parts[0])
            .exists(
                module ->
                    names(parts[1]).stream()
                        .allMatch(
                            other ->
                                other.equals(ALL_UNNAMED)
                                    ? module.canRead(JdkModules.unnamed())
                                    : resolved(other).exists(module::canRead)));
    return Option.when(!isRead, "in this process that module does not read the other");
  }

  private static Option<String> addedReason(String value) {
    Set<String> wanted =
        names(value).stream()
            .flatMap(name -> name.equals(ALL_SYSTEM) ? ofSystem().stream() : Set.of(name).stream())
            .collect(Collectors.toSet());
    return Option.ofOptional(
            wanted.stream().filter(name -> resolved(name).isEmpty()).sorted().findFirst())
        .map(
            missing ->
                "this process has not resolved the module %s; start it with %s %s"
                    .formatted(missing, ADDED, missing));
  }

  private static Option<String> limitReason(String value) {
    Set<String> limit = closure(names(value));
    Set<String> present =
        ofSystem().stream().filter(name -> resolved(name).isDefined()).collect(Collectors.toSet());
    return Option.when(
        !limit.equals(present),
        "this process has resolved other modules; start it with the same option, or compile without it");
  }

  /** Returns modules of the runtime image with those that they need. */
  private static Set<String> closure(List<String> names) {
    Set<String> closure = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(names);
    next.add("java.base");
    while (!next.isEmpty()) {
      String name = next.remove();
      if (closure.add(name)) {
        ModuleFinder.ofSystem()
            .find(name)
            .ifPresent(
                found ->
                    found.descriptor().requires().stream()
                        .filter(each -> !each.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name)
                        .forEach(next::add));
      }
    }
    return closure;
  }

  private static Set<String> ofSystem() {
    return ModuleFinder.ofSystem().findAll().stream()
        .map(ModuleReference::descriptor)
        .map(descriptor -> descriptor.name())
        .collect(Collectors.toSet());
  }

  private static Option<Module> resolved(String name) {
    return Option.ofOptional(ModuleLayer.boot().findModule(name));
  }

  private static List<String> names(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).toList();
  }
}
