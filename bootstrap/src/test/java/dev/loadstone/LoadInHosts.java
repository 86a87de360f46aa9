package dev.loadstone;

import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.error.ContextMismatch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A program that loads the artifacts of some changes, by their numbers, in the hosts as they are
 * now, under both policies, and prints for each what came of it: a line with the number and the
 * policy, and a line for the result or each difference.
 */
final class LoadInHosts {

  static final String VERDICT = "## ";
  static final String RESULT = "result ";

  private LoadInHosts() {}

  public static void main(String[] arguments) {
    Path root = Path.of(arguments[0]);
    Arrays.stream(arguments)
        .skip(1)
        .forEach(
            number -> {
              for (ContextPolicy policy : ContextPolicy.values()) {
                System.out.println(VERDICT + number + " " + policy);
                load(root.resolve(number), policy).forEach(System.out::println);
              }
            });
  }

  private static List<String> load(Path folder, ContextPolicy policy) {
    try (Loadstone loadstone =
        Loadstone.builder()
            .hostClassLoader(ClassLoader.getPlatformClassLoader())
            .classPath(List.of(folder.resolve(HostVersions.AFTER)))
            .contextPolicy(policy)
            .build()) {
      return loadstone
          .loader(new TypeRef<Callable<Object>>() {})
          .expert()
          .blockingLoadArtifact(folder.resolve(HostVersions.ARTIFACT))
          .fold(LoadInHosts::refusal, LoadInHosts::result);
    }
  }

  private static List<String> refusal(Throwable error) {
    return error instanceof ContextMismatch mismatch
        ? mismatch.differences().stream().map(Difference::toString).toList()
        : List.of("failed: " + error);
  }

  // Whatever is thrown is an answer here, linkage errors above all.
  private static List<String> result(Callable<Object> plugin) {
    try {
      return List.of(RESULT + plugin.call());
    } catch (Throwable thrown) {
      return List.of("threw " + thrown);
    }
  }
}
