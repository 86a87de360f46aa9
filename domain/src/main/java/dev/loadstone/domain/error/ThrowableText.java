package dev.loadstone.domain.error;

import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * What a throwable of foreign code says, of bounded length. Its methods may be foreign code, too:
 * they may throw, never return, or answer differently each time. So it is asked once.
 *
 * @param text the text of {@link Throwable#toString()}, or the name of its class
 * @param place the first line of the plugin in its stack trace, as {@code FILE:LINE}
 */
public record ThrowableText(String text, Option<String> place) {

  private static final int MAX_LENGTH = 8_192;

  public ThrowableText {
    text = bounded(text);
    place = place.map(ThrowableText::bounded);
  }

  /**
   * Asks a throwable, by running its methods on the calling thread.
   *
   * @param thrown the throwable
   * @return what it says; what it says by throwing counts as not said
   */
  public static ThrowableText of(Throwable thrown) {
    return new ThrowableText(
        answer(() -> String.valueOf(thrown.toString())).getOrElse(() -> nameOf(thrown)),
        answer(() -> PluginFrames.firstPlace(thrown)).getOrElse(Option.none()));
  }

  /**
   * Describes a throwable that did not answer, without asking it.
   *
   * @param thrown the throwable
   * @return the name of its class
   */
  public static ThrowableText unanswered(Throwable thrown) {
    return new ThrowableText(
        nameOf(thrown) + ", which does not answer when it is asked for its message", Option.none());
  }

  private static String nameOf(Throwable thrown) {
    return thrown.getClass().getName();
  }

  private static <T> Option<T> answer(Supplier<T> question) {
    try {
      return Option.some(question.get());
    } catch (Throwable thrownByIt) {
      return Option.none();
    }
  }

  private static String bounded(String text) {
    return text.length() <= MAX_LENGTH
        ? text
        : "%s... (%d characters more)"
            .formatted(text.substring(0, MAX_LENGTH), text.length() - MAX_LENGTH);
  }
}
