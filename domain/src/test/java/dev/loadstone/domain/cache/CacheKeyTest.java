package dev.loadstone.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.RequestDigest;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CacheKeyTest {

  private static final BuildContext BUILD = build("javac", "17.0.1", 17, "library");
  private static final SortedSet<String> MODULES = new TreeSet<>(List.of("java.base"));

  @Test
  void of_request_holdsItsDigest() {
    CompilationRequest request = request(SourceFile.of("A.java", "a"));

    CacheKey key =
        CacheKey.of(request.with(SourceRetention.OMITTED), CacheKey.build(BUILD, MODULES));

    assertThat(key.request()).isEqualTo(RequestDigest.of(request.with(SourceRetention.OMITTED)));
  }

  @Test
  void of_sameFilesInAnotherFolder_isTheSame() {
    assertThat(key(SourceFile.of("/x/A.java", "a"), SourceFile.of("y\\B.java", "b")))
        .isEqualTo(key(SourceFile.of("A.java", "a"), SourceFile.of("B.java", "b")));
  }

  @Test
  void of_otherContent_differsInTheRequestOnly() {
    CacheKey before = key(SourceFile.of("A.java", "a"));
    CacheKey after = key(SourceFile.of("A.java", "b"));

    assertThat(after.baseNames()).isEqualTo(before.baseNames());
    assertThat(after.build()).isEqualTo(before.build());
    assertThat(after.request()).isNotEqualTo(before.request());
  }

  @Test
  void of_otherNamesOrOrder_differsInTheBaseNames() {
    SourceFile a = SourceFile.of("A.java", "");
    SourceFile b = SourceFile.of("B.java", "");

    assertThat(
            Stream.of(
                    key(a),
                    key(b),
                    key(a, b),
                    key(b, a),
                    key(a, a),
                    key(),
                    key(SourceFile.of("A.javaB.java", "")))
                .map(CacheKey::baseNames))
        .doesNotHaveDuplicates();
  }

  @Test
  void of_otherBuild_differsInTheBuildOnly() {
    CompilationRequest request = request(SourceFile.of("A.java", "a"));
    CacheKey here = CacheKey.of(request, CacheKey.build(BUILD, MODULES));
    CacheKey there =
        CacheKey.of(request, CacheKey.build(build("javac", "17.0.2", 17, "library"), MODULES));

    assertThat(there.baseNames()).isEqualTo(here.baseNames());
    assertThat(there.request()).isEqualTo(here.request());
    assertThat(there.build()).isNotEqualTo(here.build());
  }

  @Test
  void build_anyPartDiffersOrIsCutElsewhere_differs() {
    assertThat(
            Stream.of(
                    BUILD,
                    build("ecj", "17.0.1", 17, "library"),
                    build("javac", "17.0.2", 17, "library"),
                    build("javac", "17.0.1", 21, "library"),
                    build("javac", "17.0.1", 17, "another library"),
                    build("javac1", "7.0.1", 17, "library"),
                    build("javac", "17.0.1\n1", 7, "library"))
                .map(context -> key(MODULES, context).build()))
        .doesNotHaveDuplicates();
  }

  @Test
  void of_otherModulesOfTheJdk_differsInTheBuildOnly() {
    CacheKey all = key(new TreeSet<>(List.of("java.base", "java.sql")), BUILD);
    CacheKey fewer = key(MODULES, BUILD);

    assertThat(all.build()).isNotEqualTo(fewer.build());
    assertThat(all.request()).isEqualTo(fewer.request());
    assertThat(all.baseNames()).isEqualTo(fewer.baseNames());
  }

  private static CacheKey key(SortedSet<String> modules, BuildContext context) {
    return CacheKey.of(request(SourceFile.of("A.java", "a")), CacheKey.build(context, modules));
  }

  private static CacheKey key(SourceFile... sources) {
    return CacheKey.of(request(sources), CacheKey.build(BUILD, MODULES));
  }

  private static CompilationRequest request(SourceFile... sources) {
    return new CompilationRequest(
        SourceSet.of(sources),
        Contract.sideEffect(),
        new CompilerSettings(
            Option.none(), List.of(), new WarningPolicy(WarningPolicy.Treatment.ERRORS, Set.of())));
  }

  private static BuildContext build(String name, String version, int release, String library) {
    return new BuildContext(
        new CompilerIdentity(name, version),
        new RuntimeIdentity(release, Digest.of(Bytes.ofUtf8(library))));
  }
}
