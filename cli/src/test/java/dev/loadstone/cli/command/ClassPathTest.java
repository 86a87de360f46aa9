package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathTest {

  @TempDir Path folder;

  @Test
  void parse_jarsAndFolders_keepsTheirOrder() throws Exception {
    Path jar = jar("b.jar");
    Path classes = Files.createDirectory(folder.resolve("classes"));

    ClassPath classPath = ClassPath.parse(jar + File.pathSeparator + classes);

    assertThat(classPath.entries()).containsExactly(jar, classes);
  }

  @Test
  void parse_wildcard_givesTheJarsOfThatFolderSorted() throws Exception {
    Path second = jar("b.jar");
    Path first = jar("a.JAR");
    Files.writeString(folder.resolve("notes.txt"), "");
    Files.createDirectory(folder.resolve("nested.jar"));

    ClassPath classPath = ClassPath.parse(folder + File.separator + "*");

    assertThat(classPath.entries()).containsExactly(first, second);
  }

  @Test
  void parse_emptyEntries_areNotTheWorkingFolder() throws Exception {
    Path jar = jar("a.jar");

    ClassPath classPath =
        ClassPath.parse(File.pathSeparator + jar + File.pathSeparator + File.pathSeparator);

    assertThat(classPath.entries()).containsExactly(jar);
  }

  @Test
  void parse_missingEntry_isRefusedByName() {
    Path missing = folder.resolve("missing.jar");

    assertThatThrownBy(() -> ClassPath.parse(missing.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessage("--class-path: " + missing + ": there is no such file or folder");
  }

  @Test
  void parse_wildcardInMissingFolder_isRefusedByName() {
    Path missing = folder.resolve("missing/*");

    assertThatThrownBy(() -> ClassPath.parse(missing.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessage("--class-path: " + missing + ": there is no such folder");
  }

  @Test
  void parse_text_isRefusedByName() throws Exception {
    Path text = Files.writeString(folder.resolve("fake.jar"), "no JAR");

    assertThatThrownBy(() -> ClassPath.parse(text.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "--class-path: " + text + ": neither a folder nor a JAR that can be read");
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void parse_pipe_isRefusedByNameAndDoesNotWait() throws Exception {
    Path pipe = folder.resolve("pipe.jar");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThatThrownBy(() -> ClassPath.parse(pipe.toString()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--class-path: "
                + pipe
                + ": neither a folder nor a JAR, but a device, a pipe or a socket");
  }

  @Test
  void loader_nothing_seesTheJdkAlone() {
    ClassLoader loader = ClassPath.parse("").loader();

    assertThat(loader).isSameAs(ClassLoader.getPlatformClassLoader());
  }

  @Test
  void loader_folder_findsWhatIsInIt() throws Exception {
    Path file = Files.writeString(folder.resolve("greeting.txt"), "hello");

    URL found = ClassPath.parse(folder.toString()).loader().getResource("greeting.txt");

    assertThat(found).isEqualTo(file.toUri().toURL());
  }

  private Path jar(String name) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), new Manifest())) {
      out.finish();
    }
    return jar;
  }
}
