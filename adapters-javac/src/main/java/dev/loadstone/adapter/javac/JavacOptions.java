package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options of one compilation.
 *
 * @param release the release that is compiled for
 * @param effective those that shape class files, in a fixed order
 * @param arguments all of them, as javac takes them
 */
record JavacOptions(int release, List<String> effective, List<String> arguments) {

  private static final List<String> ALWAYS = List.of("-g", "-parameters");
  private static final List<String> SILENT =
      List.of("-implicit:none", "-Xmaxerrs", "0", "-Xmaxwarns", "0");
  private static final String NO_PROCESSING = "-proc:none";

  /**
   * Translates settings.
   *
   * @param settings the settings
   * @param isSupported whether this javac knows an option
   */
  static JavacOptions of(CompilerSettings settings, Predicate<String> isSupported) {
    Option<Integer> given = release(settings);
    int release = given.getOrElse(() -> Runtime.version().feature());
    List<String> effective = new ArrayList<>(ALWAYS);
    effective.addAll(settings.options());
    if (given.isDefined()) {
      effective.addAll(List.of("--release", Integer.toString(release)));
    }
    List<String> arguments = new ArrayList<>(SILENT);
    if (settings.processors().isEmpty()) {
      arguments.add(NO_PROCESSING);
    }
    arguments.addAll(lint(settings.warnings(), isSupported));
    arguments.addAll(effective);
    return new JavacOptions(release, List.copyOf(effective), List.copyOf(arguments));
  }

  /** Returns the release that javac is told; preview features need one. */
  static Option<Integer> release(CompilerSettings settings) {
    return settings
        .release()
        .orElse(
            () ->
                Option.when(
                    settings.options().contains("--enable-preview"),
                    () -> Runtime.version().feature()));
  }

  /**
   * Switches on what the policy shows. Some releases refuse a key that they do not know, so those
   * are left out. Where nothing is shown nothing is switched on: {@code -Xlint:none} would silence
   * notes too, and {@link Positions} needs them.
   */
  private static List<String> lint(WarningPolicy policy, Predicate<String> isSupported) {
    if (policy.treatment() == Treatment.IGNORED) {
      return List.of();
    }
    String exceptions =
        Stream.concat(WarningPolicy.OFF_BY_DEFAULT.stream(), policy.except().stream())
            .distinct()
            .sorted()
            .filter(key -> isSupported.test("-Xlint:-" + key))
            .map(key -> ",-" + key)
            .collect(Collectors.joining());
    return List.of("-Xlint:all" + exceptions);
  }
}
