package dev.loadstone.domain.diagnostic;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.EscapedLine;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The warnings that a compilation reported, so that whoever is given its outcome later is told them
 * too. They name their sources by their place among the sources: the folders are those of whoever
 * asks.
 *
 * <p>The text has a line, which ends with a line feed, for each warning in their order. In a line
 * tabs separate severity, code, lint key, the index of the source (empty where the warning concerns
 * none), line, column and the message, each as an {@link EscapedLine}, thus without tabs of its
 * own. The source's line is not among them: whoever asks has the source.
 *
 * @param text the text in UTF-8
 */
public record RecordedWarnings(Bytes text) {

  /** Of a compilation that reported none. */
  public static final RecordedWarnings NONE = new RecordedWarnings(Bytes.ofUtf8(""));

  /** UTF-16 units, each of which takes at most three bytes. */
  private static final int MOST_UNITS = 1 << 20;

  private static final int SEVERITY = 0;
  private static final int CODE = 1;
  private static final int LINT = 2;
  private static final int SOURCE = 3;
  private static final int LINE = 4;
  private static final int COLUMN = 5;
  private static final int MESSAGE = 6;
  private static final int FIELDS = 7;

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
      String line = line(warning, paths.indexOf(warning.source()));
      if (text.length() + line.length() > MOST_UNITS) {
        Diagnostic more = DiagnosticLimits.more(Severity.WARNING, (long) warnings.size() - i);
        text.append(line(more, -1)).append('\n');
        break;
      }
      text.append(line).append('\n');
    }
    return text.isEmpty() ? NONE : new RecordedWarnings(Bytes.ofUtf8(text.toString()));
  }

  /**
   * Tells whether there is no warning.
   *
   * @return whether there is none
   */
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
    for (String line : lines()) {
      for (Diagnostic warning : read(line, paths)) {
        warnings.add(warning);
      }
    }
    return List.copyOf(warnings);
  }

  /**
   * Looks for what {@link #of} does not write.
   *
   * @param sources how many sources were compiled
   * @return the first line that cannot be read; none where all is well
   */
  public Option<String> malformed(int sources) {
    if (isEmpty()) {
      return Option.none();
    }
    String decoded = text.toUtf8String();
    if (!decoded.endsWith("\n") || !Bytes.ofUtf8(decoded).equals(text)) {
      return Option.some(decoded);
    }
    // Nobody asks for the sources' paths here, so that their indices do.
    List<String> indices = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      indices.add(Integer.toString(i));
    }
    for (String line : lines()) {
      Option<Diagnostic> warning = read(line, indices);
      if (warning.isEmpty()
          || !line(warning.get(), indices.indexOf(warning.get().source())).equals(line)) {
        return Option.some(line);
      }
    }
    return Option.none();
  }

  // Not String.lines, for which more than a line feed ends a line.
  private List<String> lines() {
    String decoded = text.toUtf8String();
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = decoded.indexOf('\n'); end >= 0; end = decoded.indexOf('\n', start)) {
      lines.add(decoded.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  private static String line(Diagnostic warning, int source) {
    return String.join(
        "\t",
        warning.severity().name(),
        EscapedLine.of(warning.code()),
        EscapedLine.of(warning.lint()),
        source < 0 ? "" : Integer.toString(source),
        Long.toString(warning.line()),
        Long.toString(warning.column()),
        EscapedLine.of(warning.message()));
  }

  private static Option<Diagnostic> read(String line, List<String> paths) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      return Option.none();
    }
    try {
      String source = fields[SOURCE].isEmpty() ? "" : paths.get(Integer.parseInt(fields[SOURCE]));
      return Option.some(
          new Diagnostic(
              Severity.valueOf(fields[SEVERITY]),
              text(fields[CODE]),
              text(fields[MESSAGE]),
              source,
              Long.parseLong(fields[LINE]),
              Long.parseLong(fields[COLUMN]),
              "",
              text(fields[LINT])));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Option.none();
    }
  }

  private static String text(String field) {
    return EscapedLine.read(field).getOrElseThrow(() -> new IllegalArgumentException(field));
  }
}
