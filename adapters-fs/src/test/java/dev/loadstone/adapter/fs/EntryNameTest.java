package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryNameTest {

  private static final String REQUEST = "0123456789abcdef0123456789abcdef";
  private static final String BUILD = "fedcba9876543210fedcba9876543210";
  private static final String FILES = "00000000ffffffff";
  private static final String CONTENT = "1111111122222222";
  private static final String NAME = REQUEST + "-" + BUILD + "-" + FILES + "-" + CONTENT + ".jar";

  private static final CacheKey KEY =
      new CacheKey(
          StoreFixture.digest("names"),
          StoreFixture.digest("request"),
          StoreFixture.digest("build"));

  @Test
  void parse_name_givesItsParts() {
    EntryName name = EntryName.parse(NAME).get();

    assertThat(name).isEqualTo(new EntryName(REQUEST, BUILD, FILES, CONTENT));
    assertThat(name.prefix()).isEqualTo("012");
    assertThat(name).hasToString(NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".jar",
        "Pricing.jar",
        NAME + " ",
        " " + NAME,
        NAME + "\n",
        REQUEST + "-" + BUILD + "-" + FILES + "-" + CONTENT + ".JAR",
        REQUEST + "-" + BUILD + "-" + FILES + "-" + CONTENT + ".zip",
        REQUEST + "-" + BUILD + "-" + FILES + "-" + CONTENT + "-jar",
        REQUEST + "_" + BUILD + "-" + FILES + "-" + CONTENT + ".jar",
        REQUEST + "-" + BUILD + "+" + FILES + "-" + CONTENT + ".jar",
        REQUEST + "-" + BUILD + "-" + FILES + "=" + CONTENT + ".jar",
        REQUEST + "-" + BUILD + "-" + FILES + ".jar",
        REQUEST + "-" + FILES + "-" + BUILD + "-" + CONTENT + ".jar",
        "0123456789ABCDEF0123456789abcdef-" + BUILD + "-" + FILES + "-" + CONTENT + ".jar",
        "g123456789abcdef0123456789abcdef-" + BUILD + "-" + FILES + "-" + CONTENT + ".jar",
        REQUEST + "-" + BUILD + "-" + FILES + "-111111112222222\u0662.jar",
        REQUEST + "-/" + "edcba9876543210fedcba9876543210-" + FILES + "-" + CONTENT + ".jar",
      })
  void parse_anythingElse_isNoName(String name) {
    assertThat(EntryName.parse(name)).isEmpty();
  }

  @Test
  void of_key_isWhatIsParsedFromItsText() {
    EntryName name = EntryName.of(KEY, List.of("A.java"), Bytes.ofUtf8("a"));

    assertThat(EntryName.parse(name.toString())).contains(name);
    assertThat(name.isOfRequest(KEY)).isTrue();
    assertThat(name.isOfBuild(KEY)).isTrue();
    assertThat(name.isOfRequest(StoreFixture.key("names", "other"))).isFalse();
    assertThat(name.isOfBuild(new CacheKey(KEY.baseNames(), KEY.request(), KEY.request())))
        .isFalse();
  }

  @Test
  void of_contents_differInThatPartAlone() {
    EntryName one = EntryName.of(KEY, List.of("A.java"), Bytes.ofUtf8("1"));
    EntryName other = EntryName.of(KEY, List.of("A.java"), Bytes.ofUtf8("2"));

    assertThat(one.content()).isNotEqualTo(other.content());
    assertThat(new EntryName(one.request(), one.build(), one.files(), other.content()))
        .isEqualTo(other);
  }

  @Test
  void of_pathsInOtherWords_areTheSameFiles() {
    String absolute = Path.of("shop", "A.java").toAbsolutePath().toString();

    assertThat(files("shop/A.java"))
        .isEqualTo(files(absolute))
        .isEqualTo(files("x/../shop/A.java"));
    assertThat(files("shop/A.java")).isNotEqualTo(files("bank/A.java"));
    assertThat(files("A.java", "B.java")).isNotEqualTo(files("B.java", "A.java"));
    assertThat(files("A.java", "B.java")).isNotEqualTo(files("A.javaB.java"));
  }

  @Test
  void of_nameThatIsNoPath_isTakenAsItIs() {
    assertThat(files("a\0.java")).hasSize(16).isNotEqualTo(files("b\0.java"));
  }

  private static String files(String... files) {
    return EntryName.of(KEY, List.of(files), Bytes.ofUtf8("a")).files();
  }

  @Test
  void beginning_digest_isWhatItStartsWith() {
    Digest digest = StoreFixture.digest("text");

    assertThat(digest.hex()).startsWith(EntryName.beginning(digest, 16));
    assertThat(EntryName.beginning(digest, 16)).hasSize(16);
  }
}
