package dev.loadstone.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheEntry;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.cache.CacheVerification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CacheFormsTest {

  private static final String FOLDER = "/home/ada/.cache/loadstone";

  private static final CacheReport REPORT =
      new CacheReport(
          FOLDER,
          12,
          345_678,
          new TreeMap<>(
              Map.of(
                  CacheCounter.HIT, 40L,
                  CacheCounter.MISS_NEVER_SEEN, 7L,
                  CacheCounter.MISS_SOURCES, 5L,
                  CacheCounter.MISS_REQUEST, 4L,
                  CacheCounter.MISS_BUILD, 3L,
                  CacheCounter.MISS_HOST, 2L,
                  CacheCounter.MISS_DAMAGED, 1L,
                  CacheCounter.HEALED, 1L,
                  CacheCounter.EVICTED, 6L)));

  private static final CacheReport EMPTY = new CacheReport(FOLDER, 0, 0, new TreeMap<>());

  @Test
  void text_report_tellsEveryCountInWords() {
    assertThat(CacheText.of(REPORT).toString())
        .isEqualToNormalizingNewlines(
            """
            folder   /home/ada/.cache/loadstone
            entries  12
            bytes    345678
            hits     40
            misses   22
                       7 never seen: no plugin with these file names was there
                       5 a source had changed
                       4 other options: contract, release, warnings
                       3 another compiler, Java release or build of Loadstone
                       2 classes of the class path had changed
                       1 the entry was damaged
            healed   1
            evicted  6\
            """);
  }

  @Test
  void text_emptyReport_hasTheSameLines() {
    List<String> labels = labels(CacheText.of(EMPTY).toString());

    assertThat(labels).isEqualTo(labels(CacheText.of(REPORT).toString()));
  }

  @Test
  void json_report_hasEveryAccessorAndCounter() {
    Map<String, Object> object = ParsedJson.object(CacheJson.of(REPORT));

    assertThat(object)
        .containsOnlyKeys("folder", "entries", "bytes", "misses", "counts")
        .containsEntry("folder", FOLDER)
        .containsEntry("entries", 12L)
        .containsEntry("bytes", 345_678L)
        .containsEntry("misses", 22L);
    assertThat(counts(object))
        .containsOnlyKeys(
            Arrays.stream(CacheCounter.values()).map(Enum::name).toArray(String[]::new))
        .containsEntry("HIT", 40L)
        .containsEntry("EVICTED", 6L);
  }

  @Test
  void json_emptyReport_hasEveryCounterToo() {
    Map<String, Object> object = ParsedJson.object(CacheJson.of(EMPTY));

    assertThat(counts(object))
        .hasSize(CacheCounter.values().length)
        .allSatisfy((counter, count) -> assertThat(count).isEqualTo(0L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 0      | /c (0 entries, 0 KiB)
          1 | 1      | /c (1 entry, 1 KiB)
          2 | 1024   | /c (2 entries, 1 KiB)
          3 | 345678 | /c (3 entries, 338 KiB)
          """)
  void summary_report_isOneLine(long entries, long bytes, String line) {
    CacheReport report = new CacheReport("/c", entries, bytes, new TreeMap<>());

    assertThat(CacheText.summary(report).toString()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | 0 entries read, none damaged
          1  | 1 entry read, none damaged
          12 | 12 entries read, none damaged
          """)
  void text_verificationOfWholeEntries_saysHowMany(long whole, String line) {
    assertThat(CacheText.of(new CacheVerification(whole, List.of())).toString()).isEqualTo(line);
  }

  @Test
  void text_verificationOfDamagedEntries_namesThem() {
    assertThat(CacheText.of(found()).toString())
        .isEqualToNormalizingNewlines(
            """
            14 entries read, 2 damaged and removed:
              /c/a.jar
              /c/b\\u001b.jar\
            """);
  }

  @Test
  void json_verification_hasEveryAccessor() {
    assertThat(ParsedJson.object(CacheJson.of(found())))
        .containsOnlyKeys("entries", "removed")
        .containsEntry("entries", 12L)
        .containsEntry("removed", List.of("/c/a.jar", "/c/b\u001b.jar"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 entries removed", "1, 1 entry removed", "12, 12 entries removed"})
  void text_removed_saysHowMany(int entries, String line) {
    assertThat(CacheText.ofRemoved(entries).toString()).isEqualTo(line);
  }

  @Test
  void json_removed_saysHowMany() {
    assertThat(ParsedJson.object(CacheJson.ofRemoved(12))).isEqualTo(Map.of("removed", 12L));
  }

  private static CacheVerification found() {
    return new CacheVerification(
        12, List.of(new CacheEntry("/c/a.jar"), new CacheEntry("/c/b\u001b.jar")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> counts(Map<String, Object> object) {
    return (Map<String, Object>) object.get("counts");
  }

  private static List<String> labels(String text) {
    return text.lines().map(line -> line.replaceAll("\\d+.*", "").strip()).toList();
  }
}
