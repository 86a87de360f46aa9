package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;

/** Translates settings into options of the compiler. */
final class EcjOptions {

  private static final List<String> ALWAYS = List.of("-g", "-parameters");
  private static final String PREVIEW = "--enable-preview";

  private EcjOptions() {}

  /** Returns what is wrong with the options, none where all are known. */
  static Option<String> violation(CompilerSettings settings) {
    Option<String> forbidden = CompilerOptionRules.violation(settings.options());
    if (forbidden.isDefined()) {
      return forbidden;
    }
    if (!settings.processors().isEmpty()) {
      return Option.some(
          "this compiler, ECJ, runs no annotation processors; compile the plugin by javac, where a"
              + " JDK is, and load the artifact here");
    }
    int own = Runtime.version().feature();
    // Of a release that is later than the runtime, the platform says more.
    Option<String> tooNew = tooNew(Math.min(own, settings.release().getOrElse(own)));
    if (tooNew.isDefined()) {
      return tooNew;
    }
    for (String option : settings.options()) {
      if (!ALWAYS.contains(option) && !option.equals(PREVIEW)) {
        return Option.some(
            "this compiler, ECJ, does not take the option "
                + option
                + "; javac may, where the runtime has it");
      }
    }
    return settings.options().contains(PREVIEW)
        ? violation(settings.release().getOrElse(own), own)
        : Option.none();
  }

  /** Returns what is wrong with a release that is later than this compiler. */
  static Option<String> tooNew(int release) {
    int newest = newest();
    return Option.when(
        release > newest,
        () ->
            "this compiler, ECJ, knows releases up to "
                + newest
                + ", and this is for "
                + release
                + ": have a later release of ECJ and of its adapter, or compile for an earlier one");
  }

  private static int newest() {
    return Integer.parseInt(CompilerOptions.getLatestVersion());
  }

  private static Option<String> violation(int release, int own) {
    int newest = newest();
    return newest == own
        ? Option.when(
            release != own, "preview features are those of release " + own + ", the compiler's own")
        : Option.some(
            "this compiler, ECJ, knows the preview features of Java "
                + newest
                + " alone, and this runtime is Java "
                + own
                + ": leave "
                + PREVIEW
                + " out, or compile the plugin by javac, where a JDK is");
  }

  static EffectiveSettings effective(CompilerSettings settings) {
    int release = settings.release().getOrElse(() -> Runtime.version().feature());
    List<String> options = new ArrayList<>(ALWAYS);
    options.addAll(settings.options());
    settings
        .release()
        .forEach(given -> options.addAll(List.of("--release", Integer.toString(given))));
    return new EffectiveSettings(release, options);
  }

  static CompilerOptions of(CompilerSettings settings, int release) {
    String version = release <= 8 ? "1." + release : Integer.toString(release);
    Map<String, String> options = new HashMap<>();
    for (Map.Entry<String, String> each : new CompilerOptions().getMap().entrySet()) {
      if (isWarning(each.getKey())) {
        options.put(each.getKey(), CompilerOptions.IGNORE);
      }
    }
    options.put(CompilerOptions.OPTION_Source, version);
    options.put(CompilerOptions.OPTION_Compliance, version);
    options.put(CompilerOptions.OPTION_TargetPlatform, version);
    options.put(CompilerOptions.OPTION_Release, CompilerOptions.ENABLED);
    options.put(CompilerOptions.OPTION_LineNumberAttribute, CompilerOptions.GENERATE);
    options.put(CompilerOptions.OPTION_LocalVariableAttribute, CompilerOptions.GENERATE);
    options.put(CompilerOptions.OPTION_SourceFileAttribute, CompilerOptions.GENERATE);
    options.put(CompilerOptions.OPTION_MethodParametersAttribute, CompilerOptions.GENERATE);
    options.put(CompilerOptions.OPTION_PreserveUnusedLocal, CompilerOptions.PRESERVE);
    options.put(CompilerOptions.OPTION_ReportForbiddenReference, CompilerOptions.ERROR);
    options.put(CompilerOptions.OPTION_SuppressWarnings, CompilerOptions.ENABLED);
    options.put(CompilerOptions.OPTION_SuppressOptionalErrors, CompilerOptions.DISABLED);
    options.put(CompilerOptions.OPTION_Encoding, "UTF-8");
    options.put(CompilerOptions.OPTION_TaskTags, "");
    if (settings.options().contains(PREVIEW)) {
      options.put(CompilerOptions.OPTION_EnablePreviews, CompilerOptions.ENABLED);
    }
    WarningPolicy policy = settings.warnings();
    for (LintKey key : LintKey.values()) {
      if (policy.shows(key.lint(), "")) {
        options.put(key.option(), CompilerOptions.WARNING);
      }
    }
    CompilerOptions made = new CompilerOptions(options);
    made.parseLiteralExpressionsAsConstants = true;
    made.maxProblemsPerUnit = Integer.MAX_VALUE;
    made.processAnnotations = false;
    return made;
  }

  private static boolean isWarning(String option) {
    return option.contains(".compiler.problem.")
        && !option.equals(CompilerOptions.OPTION_SuppressWarnings)
        && !option.equals(CompilerOptions.OPTION_SuppressOptionalErrors)
        && !option.equals(CompilerOptions.OPTION_FatalOptionalError);
  }
}
