package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceOutline.Access;
import dev.loadstone.domain.source.SourceOutline.DeclaredType;
import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeImport.Form;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link SourceParser} does. */
public abstract class SourceParserContract {

  /** Makes the contract test. */
  protected SourceParserContract() {}

  /** {@return the subject} */
  protected abstract SourceParser parser();

  @Test
  final void parse_packageAndTypes_areTheOutline() {
    ParsedSource parsed =
        parse("package com.acme;\npublic class A {\n  int i;\n}\nrecord B(int i) {}\n").get();

    assertThat(parsed.outline().packageName()).isEqualTo("com.acme");
    assertThat(parsed.outline().types())
        .containsExactly(
            new DeclaredType("A", Access.PUBLIC), new DeclaredType("B", Access.PACKAGE));
  }

  @Test
  final void parse_emptyFile_declaresAndNamesNothing() {
    ParsedSource parsed = parse("\n").get();

    assertThat(parsed.outline().packageName()).isEmpty();
    assertThat(parsed.outline().types()).isEmpty();
    assertThat(parsed.references().imports()).isEmpty();
    assertThat(parsed.references().names()).isEmpty();
  }

  @Test
  final void parse_imports_areGivenInOrderWithTheirForm() {
    ParsedSource parsed =
        parse(
                """
                package com.acme;
                import b.T;
                import a.*;
                import static c.D.e;
                import static c.D.*;
                class A {}
                """)
            .get();

    assertThat(parsed.references().imports())
        .containsExactly(
            new TypeImport("b.T", Form.SINGLE),
            new TypeImport("a", Form.ON_DEMAND),
            new TypeImport("c.D.e", Form.STATIC),
            new TypeImport("c.D", Form.STATIC_ON_DEMAND));
  }

  @Test
  final void parse_namesOfOthersTypes_areGivenSortedAndOnce() {
    ParsedSource parsed =
        parse(
                """
                class A {
                  Zoo zoo;
                  Ant ant;
                  org.acme.Bee.Leg leg;
                  Zoo more;
                }
                """)
            .get();

    assertThat(parsed.references().names()).containsExactly("Ant", "Zoo", "org.acme.Bee.Leg");
  }

  @Test
  final void parse_namesOfItsOwnTypes_areNotGiven() {
    ParsedSource parsed =
        parse(
                """
                class A {
                  A a;
                  B b;
                  B.C c;
                }
                class B {
                }
                """)
            .get();

    assertThat(parsed.references().names()).isEmpty();
  }

  @Test
  final void parse_markAndShebang_areNoCode() {
    ParsedSource parsed = parse("\uFEFF#!/usr/bin/env Tool\nclass A {}\n").get();

    assertThat(parsed.references().names()).isEmpty();
    assertThat(parsed.outline().types()).hasSize(1);
  }

  @Test
  final void parse_brokenFile_failsWithThePosition() {
    Try<ParsedSource> parsed = parse("package com.acme;\nclass A {\n  int i;\n");

    assertThat(parsed.getCause())
        .isInstanceOfSatisfying(
            CompilationFailed.class,
            error ->
                assertThat(error.diagnostics())
                    .singleElement()
                    .satisfies(
                        diagnostic -> {
                          assertThat(diagnostic.isError()).isTrue();
                          assertThat(diagnostic.source()).isEqualTo("src/A.java");
                          assertThat(diagnostic.line()).isEqualTo(3);
                          assertThat(diagnostic.column()).isPositive();
                          assertThat(diagnostic.sourceLine()).isEqualTo("  int i;");
                        }));
  }

  private Try<ParsedSource> parse(String text) {
    return parser()
        .parse(
            SourceFile.of("src/A.java", text),
            new CompilerSettings(
                Option.none(), List.of(), new WarningPolicy(Treatment.ERRORS, Set.of())));
  }
}
