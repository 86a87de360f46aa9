package dev.loadstone.domain.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RequestDigestTest {

  private static final SourceFile A = SourceFile.of("A.java", "class A {}");
  private static final SourceFile MAIN = SourceFile.of("Main.java", "class Main {}");
  private static final Contract RUNNABLE =
      Contract.type("java.lang.Runnable", "java.lang.Runnable");

  private static final String GOLDEN =
      "f8c23997cbcc31b03411161867f4e6edca8348b366c77bc96368ef3ce5058d00";

  @Test
  void of_equalRequests_areEqual() {
    assertThat(plain(A, MAIN)).isEqualTo(plain(SourceFile.of("A.java", "class A {}"), MAIN));
  }

  @Test
  void of_aRequest_isWhatItAlwaysWas() {
    Digest digest =
        of(
            SourceSet.of(A, MAIN),
            RUNNABLE,
            settings(11, List.of("-g"), Treatment.REPORTED, "serial", "unchecked"),
            SourceRetention.KEPT);

    assertThat(digest.hex()).isEqualTo(GOLDEN);
  }

  @Test
  void of_foldersDiffer_isTheSame() {
    Digest here = plain(SourceFile.of("A.java", "a"));

    assertThat(
            List.of(
                plain(SourceFile.of("/x/y/A.java", "a")),
                plain(SourceFile.of("../A.java", "a")),
                plain(SourceFile.of("C:\\x\\A.java", "a"))))
        .containsOnly(here);
  }

  @Test
  void of_orderOfLintKeys_doesNotMatter() {
    CompilerSettings one = settings(0, List.of(), Treatment.ERRORS, "serial", "unchecked", "cast");
    CompilerSettings other =
        settings(0, List.of(), Treatment.ERRORS, "cast", "unchecked", "serial");

    assertThat(with(one)).isEqualTo(with(other));
  }

  @Test
  void of_anyPartDiffers_differs() {
    CompilerSettings plain = settings(0, List.of(), Treatment.ERRORS);
    SourceSet sources = SourceSet.of(A, MAIN);

    assertThat(
            Stream.of(
                of(sources, RUNNABLE, plain, SourceRetention.KEPT),
                plain(MAIN, A),
                plain(A),
                plain(MAIN),
                plain(A, A, MAIN),
                plain(SourceFile.of("B.java", A.text()), MAIN),
                plain(SourceFile.of("A.java", "class A { }"), MAIN),
                plain(SourceFile.of("A.java", "class A {}\n"), MAIN),
                plain(SourceFile.of("A.java", "class A {}\r\n"), MAIN),
                plain(SourceFile.of("A.java", "\uFEFFclass A {}"), MAIN),
                of(sources, Contract.sideEffect(), plain, SourceRetention.KEPT),
                of(sources, contract("a.B", "a.B"), plain, SourceRetention.KEPT),
                of(sources, contract("a.B<a.C>", "a.B"), plain, SourceRetention.KEPT),
                of(sources, contract("a.B", "a.C"), plain, SourceRetention.KEPT),
                with(settings(17, List.of(), Treatment.ERRORS)),
                with(settings(11, List.of(), Treatment.ERRORS)),
                with(settings(0, List.of("-g"), Treatment.ERRORS)),
                with(settings(0, List.of("-parameters"), Treatment.ERRORS)),
                with(settings(0, List.of("-g", "-parameters"), Treatment.ERRORS)),
                with(settings(0, List.of("-parameters", "-g"), Treatment.ERRORS)),
                with(settings(0, List.of("-g", "-g"), Treatment.ERRORS)),
                with(settings(0, List.of(""), Treatment.ERRORS)),
                with(settings(0, List.of(), Treatment.REPORTED)),
                with(settings(0, List.of(), Treatment.IGNORED)),
                with(settings(0, List.of(), Treatment.ERRORS, "serial")),
                with(settings(0, List.of(), Treatment.ERRORS, "unchecked")),
                with(settings(0, List.of(), Treatment.ERRORS, "serial", "unchecked")),
                of(sources, RUNNABLE, plain, SourceRetention.OMITTED)))
        .doesNotHaveDuplicates();
  }

  @Test
  void of_samePiecesCutElsewhere_differs() {
    Contract type = contract("A", "B");

    assertThat(
            Stream.of(
                plain(source("A", "b"), source("C", "d")),
                plain(source("A", "b\n3 C"), source("d", "")),
                plain(source("Ab", ""), source("C", "d")),
                plain(source("A", "bC"), source("d", "")),
                plain(source("A", "b\n1 C\nd")),
                plain(source("A\n1 b", "C"), source("d", "")),
                with(settings(0, List.of("a", "b"), Treatment.ERRORS)),
                with(settings(0, List.of("ab"), Treatment.ERRORS)),
                with(settings(0, List.of("a\nb"), Treatment.ERRORS)),
                with(settings(0, List.of("a\n1 b"), Treatment.ERRORS)),
                with(settings(0, List.of("a", "b\n6 ERRORS"), Treatment.ERRORS)),
                with(settings(0, List.of(), Treatment.ERRORS, "a", "b")),
                with(settings(0, List.of(), Treatment.ERRORS, "a\n1 b")),
                with(settings(0, List.of(), Treatment.ERRORS, "ab")),
                with(settings(1, List.of("1"), Treatment.ERRORS)),
                with(settings(11, List.of(), Treatment.ERRORS)),
                of(SourceSet.of(), type, noSettings(), SourceRetention.KEPT),
                of(SourceSet.of(), contract("A\n1 B", ""), noSettings(), SourceRetention.KEPT)))
        .doesNotHaveDuplicates();
  }

  @Test
  void of_textsWithTheSameEncodings_differs() {
    assertThat(
            Stream.of(
                plain(source("A", "?")),
                plain(source("A", "\uD800")),
                plain(source("A", "\uDC00")),
                plain(source("A", "\uDBFF")),
                plain(source("A", "\uFFFD")),
                plain(source("A", "\uD83D\uDE00")),
                plain(source("A", "\uDE00\uD83D")),
                plain(source("A", "\uD83D?")),
                plain(source("A", "\uD83Dx\uDE00")),
                plain(source("A", "?x\uDE00")),
                plain(source("A", "\u00E4")),
                plain(source("A", "a\u0308"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void of_namesOrOptionsWithTheSameEncodings_differs() {
    Set<Digest> digests = new HashSet<>();
    for (String text : List.of("?", "\uD800", "\uDC00")) {
      digests.add(plain(source(text, "")));
      digests.add(with(settings(0, List.of(text), Treatment.ERRORS)));
      digests.add(with(settings(0, List.of(), Treatment.ERRORS, text)));
      digests.add(of(SourceSet.of(MAIN), contract(text, "A"), noSettings(), SourceRetention.KEPT));
    }

    assertThat(digests).hasSize(12);
  }

  @Test
  void of_processors_differByNameContentAndOrder() {
    ProcessorJar one = processor("lib/one.jar", "1");
    ProcessorJar two = processor("lib/two.jar", "2");
    CompilerSettings none = noSettings();

    assertThat(
            Stream.of(
                    List.<ProcessorJar>of(),
                    List.of(one),
                    List.of(processor("lib/one.jar", "2")),
                    List.of(processor("lib/uno.jar", "1")),
                    List.of(one, two),
                    List.of(two, one))
                .map(jars -> with(none.withProcessors(jars))))
        .doesNotHaveDuplicates();
    assertThat(with(none.withProcessors(List.of(processor("elsewhere/one.jar", "1")))))
        .isEqualTo(with(none.withProcessors(List.of(one))));
  }

  private static ProcessorJar processor(String file, String content) {
    return new ProcessorJar(Path.of(file), Bytes.ofUtf8(content));
  }

  private static SourceFile source(String name, String text) {
    return SourceFile.of(name, text);
  }

  private static Contract contract(String type, String rawClass) {
    return Contract.type(type, rawClass);
  }

  private static Digest plain(SourceFile... sources) {
    return of(
        SourceSet.of(sources),
        RUNNABLE,
        settings(0, List.of(), Treatment.ERRORS),
        SourceRetention.KEPT);
  }

  private static Digest with(CompilerSettings settings) {
    return of(SourceSet.of(A, MAIN), RUNNABLE, settings, SourceRetention.KEPT);
  }

  private static CompilerSettings noSettings() {
    return settings(0, List.of(), Treatment.ERRORS);
  }

  private static CompilerSettings settings(
      int release, List<String> options, Treatment treatment, String... except) {
    return new CompilerSettings(
        release == 0 ? Option.none() : Option.some(release),
        options,
        new WarningPolicy(treatment, Set.of(except)));
  }

  private static Digest of(
      SourceSet sources, Contract contract, CompilerSettings settings, SourceRetention retention) {
    return RequestDigest.of(new CompilationRequest(sources, contract, settings, retention));
  }
}
