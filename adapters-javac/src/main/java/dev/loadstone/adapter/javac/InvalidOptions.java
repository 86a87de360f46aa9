package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.error.CompilationFailed;
import io.vavr.control.Option;
import java.util.Locale;
import javax.tools.JavaCompiler;

/** Errors about options, which have no position in a source. */
final class InvalidOptions {

  /** The oldest that every javac since 12 supports. */
  private static final int OLDEST = 8;

  /** Reads what javac knows of releases, its own included, which is in an archive. */
  private static final String ARCHIVES = "jdk.zipfs";

  private InvalidOptions() {}

  /**
   * Explains why javac makes no task. It speaks the default locale's language then, so its own
   * words are only the last resort.
   */
  static CompilationFailed rejected(
      CompilationRequest request, JavaCompiler compiler, IllegalArgumentException thrown) {
    return CompilerOptionRules.refusal(
        request,
        unknownReleases(request)
            .orElse(() -> unsupportedRelease(request))
            .orElse(() -> unknownOption(request, compiler))
            .getOrElse(
                () ->
                    "the compiler does not accept the options "
                        + String.join(" ", request.settings().options())
                        + inEnglish(thrown)));
  }

  /**
   * Errors are in English in every locale, and these words are in no other one than the default.
   */
  private static String inEnglish(IllegalArgumentException thrown) {
    return Locale.getDefault().getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? ": " + thrown.getMessage()
        : "";
  }

  private static Option<String> unknownReleases(CompilationRequest request) {
    return JavacOptions.release(request.settings())
        .filter(release -> ModuleLayer.boot().findModule(ARCHIVES).isEmpty())
        .map(
            release ->
                "the compiler cannot compile for a given release, "
                    + release
                    + ", without the module "
                    + ARCHIVES
                    + ", which this Java runtime does not have: add it to the runtime image");
  }

  private static Option<String> unsupportedRelease(CompilationRequest request) {
    int own = Runtime.version().feature();
    boolean nothingElse = request.settings().options().isEmpty();
    return request
        .settings()
        .release()
        .filter(release -> nothingElse || release < OLDEST || release > own)
        .map(release -> "the compiler does not support release " + release + "; its own is " + own);
  }

  private static Option<String> unknownOption(CompilationRequest request, JavaCompiler compiler) {
    return Option.ofOptional(
        request.settings().options().stream()
            .filter(option -> option.startsWith("-"))
            .filter(option -> compiler.isSupportedOption(option) < 0)
            .map(option -> "the compiler knows no option " + option)
            .findFirst());
  }
}
