package dev.loadstone.cli.init;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A contract with all that makes an example hard to write. */
public abstract class ManyWaysContract implements Function<String, Integer> {

  /** The system property that its initialiser would set. */
  static final String INITIALISED = "loadstone.test.initialised";

  static {
    System.setProperty(INITIALISED, "yes");
  }

  /** For plugins. */
  protected ManyWaysContract() {}

  /** Narrower than what it is inherited as. */
  @Override
  public abstract Integer apply(String text);

  /** Has variables of its own. */
  public abstract <T extends Comparable<T>> Map.Entry<T, ? extends Number> choose(
      List<? super T> from);

  /** Not for everybody. */
  protected abstract boolean isFit(int[] numbers, Map.Entry<String, char[][]> entry);

  /** Takes any number of words. */
  public abstract String join(Object... words);

  /** Gives a number. */
  public abstract long size();

  /** Is there already. */
  public String done() {
    return "done";
  }
}
