package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application's class path has an ASM that cannot read this runtime's classes, or none. */
final class OtherAsmIT {

  private static final Path OLD_ASM = Path.of(System.getProperty("loadstone.test.oldAsm"));

  @TempDir Path folder;

  @Test
  void load_olderAsmThanTheRuntime_refusesByNameWhatNeedsIt() throws Exception {
    Path jdk =
        Runtime.version().feature() == 17
            ? OtherJdk.home()
            : Path.of(System.getProperty("java.home"));
    String tooOld =
        "is of release %s, and ASM 9.2 (" + OLD_ASM + ") reads class files up to release 18";
    String here = tooOld.formatted(25);
    run(jdk, classPath(), "compile");

    List<String> lines = run(jdk, OLD_ASM + File.pathSeparator + classPath(), "load");

    assertThat(lines)
        .contains(
            "EXACT 2 host.Rule: its class file " + here,
            "BINARY_COMPATIBLE 2 Main: its class file " + here,
            "sources price 3",
            "written false",
            "support ASM 9.2 (" + OLD_ASM + ") reads class files up to release 18")
        .noneSatisfy(line -> assertThat(line).contains("malformed"))
        .noneSatisfy(line -> assertThat(line).contains(" 1 "))
        .anySatisfy(line -> assertThat(line).startsWith("cache Main: ").contains(here))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("write dev.loadstone.domain.error.RecordingFailed: Main: ")
                    .contains(here));
  }

  @Test
  void load_withoutAsm_refusesByNameWhatNeedsIt() throws Exception {
    Path jdk = Path.of(System.getProperty("java.home"));
    String why = "and ASM (missing) cannot be used to read class files";
    run(jdk, classPath(), "compile");

    List<String> lines =
        run(
            jdk,
            Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("asm-"))
                .collect(Collectors.joining(File.pathSeparator)),
            "load");

    assertThat(lines)
        .contains("sources price 3", "written false")
        .anySatisfy(line -> assertThat(line).startsWith("EXACT 2 host.Rule: ").endsWith(why))
        .anySatisfy(line -> assertThat(line).startsWith("BINARY_COMPATIBLE 2 Main: ").endsWith(why))
        .noneSatisfy(line -> assertThat(line).contains(" 1 "));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private List<String> run(Path jdk, String classPath, String what) throws Exception {
    Process process =
        new ProcessBuilder(
                jdk.resolve("bin/java").toString(),
                "-cp",
                classPath,
                LoadWithOtherAsm.class.getName(),
                what,
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream output = process.getInputStream()) {
      List<String> lines =
          new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(process.waitFor()).as("%s", lines).isZero();
      return lines;
    }
  }
}
