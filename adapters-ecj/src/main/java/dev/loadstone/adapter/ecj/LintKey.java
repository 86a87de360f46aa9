package dev.loadstone.adapter.ecj;

import io.vavr.control.Option;
import java.util.Arrays;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;

/** Javac's lint keys for which this compiler has a warning of its own. */
enum LintKey {
  RAWTYPES(
      "rawtypes", CompilerOptions.RawTypeReference, CompilerOptions.OPTION_ReportRawTypeReference),
  UNCHECKED(
      "unchecked",
      CompilerOptions.UncheckedTypeOperation,
      CompilerOptions.OPTION_ReportUncheckedTypeOperation),
  DEPRECATION(
      "deprecation", CompilerOptions.UsingDeprecatedAPI, CompilerOptions.OPTION_ReportDeprecation),
  REMOVAL(
      "removal",
      CompilerOptions.UsingTerminallyDeprecatedAPI,
      CompilerOptions.OPTION_ReportTerminalDeprecation),
  FALLTHROUGH(
      "fallthrough", CompilerOptions.FallthroughCase, CompilerOptions.OPTION_ReportFallthroughCase),
  FINALLY(
      "finally",
      CompilerOptions.FinallyBlockNotCompleting,
      CompilerOptions.OPTION_ReportFinallyBlockNotCompletingNormally),
  CAST(
      "cast",
      CompilerOptions.UnnecessaryTypeCheck,
      CompilerOptions.OPTION_ReportUnnecessaryTypeCheck),
  STATIC(
      "static",
      CompilerOptions.NonStaticAccessToStatic,
      CompilerOptions.OPTION_ReportNonStaticAccessToStatic),
  EMPTY("empty", CompilerOptions.EmptyStatement, CompilerOptions.OPTION_ReportEmptyStatement),
  VARARGS(
      "varargs",
      CompilerOptions.VarargsArgumentNeedCast,
      CompilerOptions.OPTION_ReportVarargsArgumentNeedCast),
  OVERRIDES(
      "overrides",
      CompilerOptions.ShouldImplementHashcode,
      CompilerOptions.OPTION_ReportMissingHashCodeMethod),
  SERIAL(
      "serial",
      CompilerOptions.MissingSerialVersion,
      CompilerOptions.OPTION_ReportMissingSerialVersion),
  PREVIEW(
      "preview", CompilerOptions.PreviewFeatureUsed, CompilerOptions.OPTION_ReportPreviewFeatures);

  private final String lint;
  private final int irritant;
  private final String option;

  LintKey(String lint, int irritant, String option) {
    this.lint = lint;
    this.irritant = irritant;
    this.option = option;
  }

  /** Returns the key of a problem, none where there is none. */
  static Option<LintKey> of(int problemId) {
    int irritant = ProblemReporter.getIrritant(problemId);
    return Option.ofOptional(
        Arrays.stream(values()).filter(key -> key.irritant == irritant).findFirst());
  }

  String lint() {
    return lint;
  }

  String option() {
    return option;
  }
}
