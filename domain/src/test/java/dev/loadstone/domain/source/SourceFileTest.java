package dev.loadstone.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceFileTest {

  @ParameterizedTest
  @CsvSource({
    "A.java, A.java", "src/A.java, A.java", "src\\A.java, A.java", "a/b\\c/A.java, A.java",
    "/A.java, A.java", "'', ''", "src/, ''", "no name, no name"
  })
  void baseName_path_isWhatFollowsTheLastSeparator(String path, String baseName) {
    assertThat(SourceFile.of(path, "").baseName()).isEqualTo(baseName);
  }

  @Test
  void code_plainText_isTheText() {
    assertThat(code("class A {}\n")).isEqualTo("class A {}\n");
    assertThat(code("")).isEmpty();
    assertThat(code("# no shebang\n")).isEqualTo("# no shebang\n");
    assertThat(code("\n#! not first\n")).isEqualTo("\n#! not first\n");
  }

  @Test
  void code_byteOrderMark_isLeftOutOnce() {
    assertThat(code("\uFEFFclass A {}")).isEqualTo("class A {}");
    assertThat(code("\uFEFF")).isEmpty();
    assertThat(code("\uFEFF\uFEFFclass A {}")).isEqualTo("\uFEFFclass A {}");
  }

  @Test
  void code_shebang_isBlankedWithoutMovingLines() {
    assertThat(code("#!/x\nclass A {}\n")).isEqualTo("    \nclass A {}\n");
    assertThat(code("#!/x\r\nclass A {}")).isEqualTo("    \r\nclass A {}");
    assertThat(code("#!/x\rclass A {}")).isEqualTo("    \rclass A {}");
    assertThat(code("#!")).isEqualTo("  ");
    assertThat(code("\uFEFF#!/x\nclass A {}")).isEqualTo("    \nclass A {}");
  }

  @ParameterizedTest
  @CsvSource({"1, one", "2, two", "3, ''", "4, four", "5, ''", "0, ''", "-1, ''", "99, ''"})
  void line_numberOfMixedLineEnds_isTheLineWithoutItsEnd(long number, String line) {
    SourceFile file = SourceFile.of("A.java", "\uFEFFone\rtwo\r\n\nfour");

    assertThat(file.line(number)).isEqualTo(line);
  }

  @Test
  void line_shebang_isAsTheUserWroteIt() {
    assertThat(SourceFile.of("A.java", "#!/x\nclass A {}").line(1)).isEqualTo("#!/x");
  }

  @Test
  void content_markAndShebang_areKept() {
    String text = "\uFEFF#!/x\r\nclass A {} // \u20AC";

    assertThat(SourceFile.of("A.java", text).content()).isEqualTo(Bytes.ofUtf8(text));
  }

  private static String code(String text) {
    return SourceFile.of("A.java", text).code();
  }
}
