package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever another tool calls incompatible between two releases changes a digest. */
final class AbiOracleIT {

  private static final Path INPUT = Path.of(System.getProperty("loadstone.test.realInput"));

  @ParameterizedTest
  @CsvSource({"asm, 3", "commons-io, 10", "commons-lang3, 10", "jackson-core, 10", "slf4j-api, 3"})
  void digest_ofClassThatJapicmpCallsIncompatible_changesThereOrInSupertype(
      String library, int fewest) throws IOException {
    assertChangesAreNoticed(library, fewest);
  }

  @Tag("thorough")
  @Test
  void digest_ofClassOfALargeLibraryThatJapicmpCallsIncompatible_changesThereOrInSupertype()
      throws IOException {
    assertChangesAreNoticed("guava", 100);
  }

  private static void assertChangesAreNoticed(String library, int fewest) throws IOException {
    List<Path> releases = releases(library);
    ClassJar then = ClassJar.ofJar(releases.get(0));
    ClassJar now = ClassJar.ofJar(releases.get(1));

    List<JApiClass> incompatible = incompatible(releases);

    List<String> unnoticed =
        incompatible.stream()
            .filter(type -> !isNoticed(type.getFullyQualifiedName(), then, now))
            .map(type -> type.getFullyQualifiedName() + ": " + type.getCompatibilityChanges())
            .toList();
    System.out.printf(
        "%s: %d classes, %d incompatible, %d of these unnoticed; %d of the others differ%n",
        library,
        then.classes().size(),
        incompatible.size(),
        unnoticed.size(),
        strict(then, now, incompatible));
    assertThat(unnoticed).isEmpty();
    assertThat(incompatible).hasSizeGreaterThanOrEqualTo(fewest);
  }

  /** The older release, and the newer: their names tell the order, if numbers are padded. */
  private static List<Path> releases(String library) throws IOException {
    try (Stream<Path> jars = Files.list(INPUT)) {
      return jars.filter(jar -> jar.getFileName().toString().matches(library + "-[0-9].*\\.jar"))
          .filter(jar -> !jar.toString().endsWith("-sources.jar"))
          .sorted((one, other) -> padded(one).compareTo(padded(other)))
          .toList();
    }
  }

  private static String padded(Path jar) {
    return jar.getFileName().toString().replaceAll("(?<![0-9])([0-9])(?![0-9])", "0$1");
  }

  private static List<JApiClass> incompatible(List<Path> releases) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.setAccessModifier(AccessModifier.PACKAGE_PROTECTED);
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    List<JApiCmpArchive> archives = new ArrayList<>();
    for (Path release : releases) {
      archives.add(new JApiCmpArchive(release.toFile(), release.getFileName().toString()));
    }
    return new JarArchiveComparator(options)
        .compare(archives.get(0), archives.get(1)).stream()
            .filter(type -> !type.isBinaryCompatible() || !type.isSourceCompatible())
            .filter(type -> type.getChangeStatus() != JApiChangeStatus.NEW)
            .toList();
  }

  private static boolean isNoticed(String name, ClassJar then, ClassJar now) {
    Set<String> recorded = new HashSet<>(then.withSupertypes(name));
    recorded.addAll(now.withSupertypes(name));
    return recorded.stream().anyMatch(each -> differs(each, then, now));
  }

  private static boolean differs(String name, ClassJar then, ClassJar now) {
    ClassAbi before = then.classes().get(name);
    ClassAbi after = now.classes().get(name);
    return before == null || after == null || !before.digest().equals(after.digest());
  }

  private static long strict(ClassJar then, ClassJar now, List<JApiClass> incompatible) {
    List<String> known = incompatible.stream().map(JApiClass::getFullyQualifiedName).toList();
    return then.classes().keySet().stream()
        .filter(name -> !known.contains(name) && differs(name, then, now))
        .count();
  }
}
