package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.context.Difference;
import java.util.Comparator;

/**
 * One thing that linking would notice, whichever classes of the plugin meet it.
 *
 * @param kind what kind of thing it is
 * @param subject the binary name of the class that has changed
 * @param was what was there
 * @param is what is there now
 * @param sentence what has changed, to follow the subject
 * @param role what the plugin's classes have to do with it, which their names end: {@code ; used
 *     by}
 */
record Finding(
    Difference.Kind kind, String subject, String was, String is, String sentence, String role)
    implements Comparable<Finding> {

  static final String USED = "; used by";

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::subject)
          .thenComparing(Finding::kind)
          .thenComparing(Finding::sentence)
          .thenComparing(Finding::role)
          .thenComparing(Finding::was)
          .thenComparing(Finding::is);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
