package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Digest;
import dev.loadstone.testkit.SampleArtifacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the digest of a sample's bytes, in a JVM of its own. */
final class EncodingProcess {

  static final String GOLDEN_DIGEST =
      "2087f918df36b74dc1ced031321ac8a139e0b530f49776bbb410571b0f41d2e1";

  private EncodingProcess() {}

  /** Runs a second JVM with some options, and returns what it prints. */
  static String run(List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(EncodingProcess.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } finally {
      process.destroyForcibly();
    }
  }

  public static void main(String[] arguments) {
    System.out.println(
        Digest.of(new JarArtifactCodec().encode(SampleArtifacts.pricing()).get()).hex());
  }
}
