package dev.loadstone;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prepares what the benchmarks load, once, and runs those whose names match. */
final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("loadstone-benchmarks");
    try {
      Fixture.prepare(folder);
      new Runner(
              new OptionsBuilder()
                  .include(arguments.length == 0 ? ".*" : arguments[0])
                  .jvmArgsAppend("-D" + Fixture.FOLDER + "=" + folder)
                  .build())
          .run();
    } finally {
      Fixture.delete(folder);
    }
  }
}
