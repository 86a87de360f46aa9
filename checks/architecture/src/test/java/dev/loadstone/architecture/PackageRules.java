package dev.loadstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** What holds for every package. */
final class PackageRules {

  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "/\\*\\*(?<text>(?:(?!\\*/).)*)\\*/\\s*(?:@[\\w.]+\\s+)*package\\s", Pattern.DOTALL);
  private static final int FEWEST_WORDS = 8;

  private PackageRules() {}

  static ArchRule cycles(Codebase code) {
    return slices()
        .assignedFrom(
            new Slices(
                "packages under " + code.root(), type -> SliceIdentifier.of(type.getPackageName())))
        .should()
        .beFreeOfCycles();
  }

  static ArchRule nullMarking(Codebase code) {
    return classes()
        .should(
            ArchCondition.from(
                describe("be in a package that is null-marked", PackageRules::isNullMarked)))
        .as("every package under " + code.root() + " is null-marked");
  }

  private static boolean isNullMarked(JavaClass type) {
    return type.getPackage()
        .tryGetPackageInfo()
        .filter(info -> info.isAnnotatedWith(NullMarked.class))
        .isPresent();
  }

  static ArchRule documentation(Codebase code) {
    return classes()
        .should(
            ArchCondition.from(
                describe(
                    "be in a package that says in " + FEWEST_WORDS + " words what it is for",
                    type ->
                        code.sourceFolders().stream()
                            .map(folder -> packageInfo(folder, type))
                            .filter(Files::isRegularFile)
                            .anyMatch(PackageRules::isDocumented))));
  }

  private static Path packageInfo(Path folder, JavaClass type) {
    return folder.resolve(type.getPackageName().replace('.', '/')).resolve("package-info.java");
  }

  private static boolean isDocumented(Path packageInfo) {
    try {
      Matcher javadoc = DOCUMENTED.matcher(Files.readString(packageInfo));
      return javadoc.find() && hasSentence(javadoc.group("text"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasSentence(String javadoc) {
    String text =
        javadoc.replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\{@\\w+|[{}]|<[^>]*>", " ").strip();
    return text.contains(".") && text.split("\\s+", -1).length >= FEWEST_WORDS;
  }
}
