package dev.loadstone.domain.content;

import java.io.Serial;

/**
 * A text does not have the lines that were asked for. The message is a predicate, such as "lacks
 * the line 'name', at line 3", so that whoever knows which text it is puts that before it.
 */
public final class MalformedLines extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  MalformedLines(String problem) {
    super(problem);
  }

  /**
   * Makes an exception for a line whose values are not such as its key asks for.
   *
   * @param key the line's key
   * @param values its values, or the one that is wrong
   */
  public static MalformedLines at(String key, String values) {
    return new MalformedLines(
        "has a malformed line '" + key.strip() + "': " + Quotation.of(values));
  }
}
