package dev.loadstone.domain.source;

import java.util.List;

/**
 * The lines of a source file, for whoever asks for many of them.
 *
 * @param all the lines without their terminators, in order
 */
public record SourceLines(List<String> all) {

  public SourceLines {
    all = List.copyOf(all);
  }

  /**
   * Returns a line.
   *
   * @param number the line's number, 1-based
   * @return the line without its terminator, empty where there is no such line
   */
  public String line(long number) {
    return number < 1 || number > all.size() ? "" : all.get((int) number - 1);
  }
}
