package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which services on the application's own class path the JDK makes while it compiles, on behalf of
 * nobody but itself. {@code SECURITY.md} says so.
 */
final class JdkServicesTest {

  private static final Map<String, String> SERVICES =
      Map.of(
          "java.nio.file.spi.FileSystemProvider",
          """
          import java.net.URI;
          import java.nio.channels.SeekableByteChannel;
          import java.nio.file.*;
          import java.nio.file.attribute.*;
          import java.util.*;
          public class Foreign extends java.nio.file.spi.FileSystemProvider {
            public Foreign() { System.out.println("made: file systems"); }
            public String getScheme() { return "foreign"; }
            public FileSystem newFileSystem(URI u, Map<String, ?> e) { return null; }
            public FileSystem getFileSystem(URI u) { return null; }
            public Path getPath(URI u) { return null; }
            public SeekableByteChannel newByteChannel(
                Path p, Set<? extends OpenOption> o, FileAttribute<?>... a) { return null; }
            public DirectoryStream<Path> newDirectoryStream(
                Path p, DirectoryStream.Filter<? super Path> f) { return null; }
            public void createDirectory(Path p, FileAttribute<?>... a) {}
            public void delete(Path p) {}
            public void copy(Path a, Path b, CopyOption... o) {}
            public void move(Path a, Path b, CopyOption... o) {}
            public boolean isSameFile(Path a, Path b) { return false; }
            public boolean isHidden(Path p) { return false; }
            public FileStore getFileStore(Path p) { return null; }
            public void checkAccess(Path p, AccessMode... m) {}
            public <V extends FileAttributeView> V getFileAttributeView(
                Path p, Class<V> t, LinkOption... o) { return null; }
            public <A extends BasicFileAttributes> A readAttributes(
                Path p, Class<A> t, LinkOption... o) { return null; }
            public Map<String, Object> readAttributes(Path p, String a, LinkOption... o) {
              return null;
            }
            public void setAttribute(Path p, String a, Object v, LinkOption... o) {}
          }
          """,
          "java.time.zone.ZoneRulesProvider",
          """
          import java.time.zone.ZoneRules;
          import java.util.*;
          public class Foreign extends java.time.zone.ZoneRulesProvider {
            public Foreign() { System.out.println("made: time zones"); }
            protected Set<String> provideZoneIds() { return Set.of("Foreign/Zone"); }
            protected ZoneRules provideRules(String z, boolean c) { return null; }
            protected NavigableMap<String, ZoneRules> provideVersions(String z) { return null; }
          }
          """,
          "javax.annotation.processing.Processor",
          """
          public class Foreign extends javax.annotation.processing.AbstractProcessor {
            public Foreign() { System.out.println("made: processors"); }
            public boolean process(
                java.util.Set<? extends javax.lang.model.element.TypeElement> annotations,
                javax.annotation.processing.RoundEnvironment round) { return false; }
          }
          """,
          "com.sun.source.util.Plugin",
          """
          public class Foreign implements com.sun.source.util.Plugin {
            public Foreign() { System.out.println("made: compiler plugins"); }
            public String getName() { return "foreign"; }
            public void init(com.sun.source.util.JavacTask task, String... arguments) {}
          }
          """,
          "java.util.spi.ToolProvider",
          """
          public class Foreign implements java.util.spi.ToolProvider {
            public Foreign() { System.out.println("made: tools"); }
            public String name() { return "foreign"; }
            public int run(java.io.PrintWriter out, java.io.PrintWriter err, String... args) {
              return 0;
            }
          }
          """);

  @TempDir private static Path folder;

  private static Path services;

  @BeforeAll
  static void writeServices() throws Exception {
    services = Files.createDirectory(folder.resolve("services"));
    Path descriptions = Files.createDirectories(services.resolve("META-INF/services"));
    for (Map.Entry<String, String> service : SERVICES.entrySet()) {
      String name = "Foreign" + service.getKey().replace('.', '_');
      Path source =
          Files.writeString(
              folder.resolve(name + ".java"), service.getValue().replace("Foreign", name));
      Files.writeString(descriptions.resolve(service.getKey()), name);
      assertThat(
              ToolProvider.getSystemJavaCompiler()
                  .run(
                      null, null, null, "-proc:none", "-d", services.toString(), source.toString()))
          .isZero();
    }
  }

  @Test
  void check_withoutRelease_makesFileSystems() throws Exception {
    assertThat(check()).containsExactlyInAnyOrder("made: file systems", "checked");
  }

  @Test
  void check_withRelease_makesFileSystemsAndTimeZones() throws Exception {
    assertThat(check("11"))
        .containsExactlyInAnyOrder("made: file systems", "made: time zones", "checked");
  }

  private static List<String> check(String... release) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + services,
                CheckInAnotherProcess.class.getName()));
    command.addAll(List.of(release));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
