package dev.loadstone.domain.diagnostic;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.KeyedLines;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The warnings that a compilation reported, so that whoever is given its outcome later is told them
 * too. They name their sources by their place among the sources: the folders are those of whoever
 * asks.
 *
 * <p>The text has {@link KeyedLines}: for each warning, in their order, its {@code severity}, and
 * below it, indented by a space, its {@code code}, its {@code lint} key if it has one, the index of
 * the {@code source} that it concerns if it concerns one, {@code line}, {@code column} and {@code
 * message}. The source's line is not among them: whoever asks has the source.
 *
 * @param text the text in UTF-8
 */
public record RecordedWarnings(Bytes text) {

  /** Of a compilation that reported none. */
  public static final RecordedWarnings NONE = new RecordedWarnings(Bytes.ofUtf8(""));

  /** UTF-16 units, each of which takes at most three bytes. */
  private static final int MOST_UNITS = 1 << 20;

  private static final String SEVERITY = "severity";
  private static final String CODE = " code";
  private static final String LINT = " lint";
  private static final String SOURCE = " source";
  private static final String LINE = " line";
  private static final String COLUMN = " column";
  private static final String MESSAGE = " message";

  public RecordedWarnings {
    Objects.requireNonNull(text, "text");
  }

  /**
   * Records warnings.
   *
   * @param warnings the warnings, in their order
   * @param paths the paths of the sources, in their order; a warning about any other file is
   *     recorded as one that concerns none
   * @return what {@link #read} gives again, but for the source's lines
   */
  public static RecordedWarnings of(List<Diagnostic> warnings, List<String> paths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < warnings.size(); i++) {
      Diagnostic warning = warnings.get(i);
      int before = text.length();
      append(text, warning, paths.indexOf(warning.source()));
      if (text.length() > MOST_UNITS) {
        text.setLength(before);
        append(text, DiagnosticLimits.more(Severity.WARNING, (long) warnings.size() - i), -1);
        break;
      }
    }
    return text.isEmpty() ? NONE : new RecordedWarnings(Bytes.ofUtf8(text.toString()));
  }

  /** {@return whether there is no warning} */
  public boolean isEmpty() {
    return text.size() == 0;
  }

  /**
   * Reads the warnings.
   *
   * @param paths the paths of the sources that have now the places of those that were compiled
   * @return the warnings about these, in their order, each one that can be read, without the
   *     source's line
   */
  public List<Diagnostic> read(List<String> paths) {
    List<Diagnostic> warnings = new ArrayList<>();
    for (String each : KeyedLines.split(text.toUtf8String(), SEVERITY)) {
      read(each, paths).forEach(warnings::add);
    }
    return List.copyOf(warnings);
  }

  /**
   * Looks for what {@link #of} does not write.
   *
   * @param sources how many sources were compiled
   * @return the text of the first warning that cannot be read; none where all is well
   */
  public Option<String> malformed(int sources) {
    if (isEmpty()) {
      return Option.none();
    }
    String decoded = text.toUtf8String();
    if (!Bytes.ofUtf8(decoded).equals(text)) {
      return Option.some(decoded);
    }
    // Nobody asks for the sources' paths here, so that their indices do.
    List<String> indices = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      indices.add(Integer.toString(i));
    }
    for (String each : KeyedLines.split(decoded, SEVERITY)) {
      Option<Diagnostic> warning = read(each, indices);
      if (warning.isEmpty() || !text(warning.get(), indices).equals(each)) {
        return Option.some(each);
      }
    }
    return Option.none();
  }

  private static String text(Diagnostic warning, List<String> paths) {
    StringBuilder text = new StringBuilder();
    append(text, warning, paths.indexOf(warning.source()));
    return text.toString();
  }

  private static void append(StringBuilder text, Diagnostic warning, int source) {
    KeyedLines.append(text, SEVERITY, warning.severity().name());
    KeyedLines.append(text, CODE, warning.code());
    if (!warning.lint().isEmpty()) {
      KeyedLines.append(text, LINT, warning.lint());
    }
    if (source >= 0) {
      KeyedLines.append(text, SOURCE, Integer.toString(source));
    }
    KeyedLines.append(text, LINE, Long.toString(warning.line()));
    KeyedLines.append(text, COLUMN, Long.toString(warning.column()));
    KeyedLines.append(text, MESSAGE, warning.message());
  }

  private static Option<Diagnostic> read(String text, List<String> paths) {
    try {
      KeyedLines lines = KeyedLines.of(text);
      Severity severity = Severity.valueOf(lines.one(SEVERITY));
      String code = lines.one(CODE);
      String lint = lines.option(LINT).getOrElse("");
      String source =
          lines.hasNext(SOURCE) ? paths.get((int) lines.number(SOURCE, 0, paths.size() - 1)) : "";
      long line = lines.number(LINE, Long.MIN_VALUE, Long.MAX_VALUE);
      long column = lines.number(COLUMN, Long.MIN_VALUE, Long.MAX_VALUE);
      String message = lines.one(MESSAGE);
      lines.end();
      return Option.some(new Diagnostic(severity, code, message, source, line, column, "", lint));
    } catch (IllegalArgumentException e) {
      return Option.none();
    }
  }
}
