package dev.loadstone;

import dev.loadstone.domain.context.ContextPolicy;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Gives the library what is large, one after the other, in a heap that is small; prints what came
 * of each.
 */
final class SmallHeapProcess {

  private static final long LARGE = 200L << 20;

  private final Path folder;
  private final Map<String, Callable<Try<?>>> attempts = new LinkedHashMap<>();

  private SmallHeapProcess(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    SmallHeapProcess process = new SmallHeapProcess(Path.of(arguments[0]));
    process.addSources();
    process.addArtifacts();
    process.addOthers();
    process.attempts.forEach(SmallHeapProcess::print);
    System.exit(0);
  }

  private static void print(String name, Callable<Try<?>> attempt) {
    String outcome;
    try {
      Try<?> tried = attempt.call();
      outcome =
          tried.isSuccess()
              ? "success"
              : tried.getCause().getClass().getName() + " " + first(tried);
    } catch (Throwable thrown) {
      outcome = "thrown " + thrown;
    }
    System.out.println(name + ": " + outcome);
  }

  private static String first(Try<?> failed) {
    String message = String.valueOf(failed.getCause().getMessage()).lines().findFirst().orElse("");
    return message.substring(0, Math.min(200, message.length()));
  }

  private void addSources() throws IOException {
    Path comment = source("Comment", "// " + "x".repeat(15 << 20));
    Path wide = source("Wide", "// " + "\u4E2D".repeat(5 << 20));
    Path fields = source("Fields", fields("int f%d = absent;", 400_000));
    Path warnings = source("Warned", fields("java.util.List f%d;", 100_000));
    Path text = source("Text", "static final String[] S = {" + "\"x\",".repeat(2_000_000) + "};");
    Path huge = sparse("Huge.java", LARGE);
    for (Path file : List.of(comment, wide, fields, warnings, text, huge)) {
      attempts.put(
          "check " + file.getFileName(), () -> use(l -> l.sideEffects().check(List.of(file))));
    }
    attempts.put("find " + huge.getFileName(), () -> use(l -> l.findDependencies(huge)));
    attempts.put(
        "compile Warned.java",
        () ->
            use(
                l ->
                    l.sideEffects()
                        .expert()
                        .compile(List.of(warnings), folder.resolve("warned.jar"))));
  }

  private void addArtifacts() throws IOException {
    Path small = source("Small", "static int i = Integer.getInteger(\"i\", 1);");
    Path good = folder.resolve("good.jar");
    use(l -> l.sideEffects().expert().compile(List.of(small), good)).get();
    Path foreign = sparse("foreign.jar", LARGE);
    Path cut = folder.resolve("cut.jar");
    Files.copy(good, cut);
    try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
      file.setLength(LARGE);
    }
    Path beyond = sparse("beyond.jar", 3L << 30);
    for (Path file : List.of(foreign, cut, beyond)) {
      attempts.put("inspect " + file.getFileName(), () -> use(l -> l.inspect(file)));
      attempts.put(
          "load " + file.getFileName(),
          () -> use(l -> l.sideEffects().expert().loadArtifact(file)));
    }
    attempts.put("load good.jar", () -> use(l -> l.sideEffects().expert().loadArtifact(good)));
  }

  private void addOthers() throws IOException {
    Path host = Files.createDirectory(folder.resolve("host"));
    Files.createDirectory(host.resolve("h"));
    sparse("host/h/Large.class", 100L << 20);
    Path user = source("User", "h.Large large;");
    attempts.put(
        "check against a large class file",
        () -> {
          try (Loadstone loadstone = Loadstone.builder().classPath(List.of(host)).build()) {
            return outcome(loadstone.sideEffects().check(List.of(user)));
          }
        });
    Path greedy = source("Greedy", "static byte[] b = new byte[Integer.MAX_VALUE / 2];");
    attempts.put("run Greedy.java", () -> use(l -> l.sideEffects().load(List.of(greedy))));
    Path deep = source("Deep", "int i = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + ";");
    attempts.put("check Deep.java", () -> use(l -> l.sideEffects().check(List.of(deep))));
  }

  private interface Use {
    io.vavr.concurrent.Future<?> of(Loadstone loadstone);
  }

  private static Try<?> use(Use use) {
    try (Loadstone loadstone =
        Loadstone.builder()
            .contextPolicy(ContextPolicy.BINARY_COMPATIBLE)
            .warnings(Warnings.reported())
            .listener(event -> {})
            .build()) {
      return outcome(use.of(loadstone));
    }
  }

  private static Try<?> outcome(io.vavr.concurrent.Future<?> future) {
    return future.await().getValue().get();
  }

  private Path source(String name, String body) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".java"), "public class " + name + " {\n" + body + "\n}\n");
  }

  private static String fields(String field, int count) {
    StringBuilder fields = new StringBuilder("static int i = Integer.getInteger(\"i\", 1); ");
    for (int i = 0; i < count; i++) {
      fields.append(field.replace("%d", Integer.toString(i))).append(' ');
    }
    return fields.toString();
  }

  private Path sparse(String name, long size) throws IOException {
    Path path = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
    return path;
  }
}
