package dev.loadstone.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Changes of hosts, of every kind that linking notices and of those that it does not. They are kept
 * in {@code host-changes.txt}: a line of two percent signs, the effect and the name begins each;
 * the host before, the host after, the plugin and the differences follow, each ended by a line of
 * two at signs but the last.
 */
public final class HostChanges {

  private static final String RESOURCE = "host-changes.txt";
  private static final String DIVIDER = "@@\n";

  private HostChanges() {}

  /**
   * Returns all changes.
   *
   * @return them, in the order of the file; each has its own name
   */
  public static List<HostChange> all() {
    return Arrays.stream(text().split("(?m)^%% "))
        .filter(part -> !part.isBlank())
        .map(HostChanges::change)
        .toList();
  }

  private static HostChange change(String part) {
    int end = part.indexOf('\n');
    String head = part.substring(0, end);
    int space = head.indexOf(' ');
    String[] texts = part.substring(end + 1).split(DIVIDER, -1);
    return new HostChange(
        head.substring(space + 1),
        texts[0],
        texts[1],
        texts[2],
        HostChange.Effect.valueOf(head.substring(0, space)),
        texts[3].lines().toList());
  }

  private static String text() {
    try (InputStream content = HostChanges.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(content, RESOURCE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
