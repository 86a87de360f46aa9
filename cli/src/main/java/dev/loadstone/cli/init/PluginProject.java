package dev.loadstone.cli.init;

import dev.loadstone.domain.diagnostic.PrintableText;
import dev.loadstone.domain.error.StoreFailed;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A folder for plugins, in Maven's own layout, which every IDE opens.
 *
 * @param folder where it is, or is to be
 * @param release the Java release of the sources
 * @param jars the host's JARs that the plugins use
 * @param example the example plugin
 */
public record PluginProject(Path folder, int release, List<Path> jars, ExamplePlugin example) {

  private static final String SOURCES = "src/main/java/";

  /** Maven 3.8 would take one that knows no releases. */
  private static final String COMPILER_PLUGIN = "3.16.0";

  public PluginProject {
    jars = List.copyOf(jars);
  }

  /** Returns an identifier for a file or folder: its name without what Maven does not take. */
  private static String artifactId(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    String id = name == null ? "" : name.toString().replaceAll("[^A-Za-z0-9_.-]+", "-");
    String trimmed = id.replaceAll("^[-.]+|[-.]+$", "");
    return trimmed.isEmpty() ? "plugins" : trimmed;
  }

  /**
   * Writes it, all of it or nothing.
   *
   * @return nothing; or {@link StoreFailed} where the folder is in use, or cannot be written
   */
  public Try<Void> write() {
    return NewFolder.write(folder, files());
  }

  /**
   * Says what there is now, and what to do next.
   *
   * @param options the options of the command with which its plugins are run
   * @return lines
   */
  public PrintableText nextSteps(List<String> options) {
    return NextSteps.of(this, options);
  }

  /** Returns where the example is. */
  String examplePath() {
    return SOURCES + example.fileName();
  }

  /** Returns the text of each file by its path. */
  private Map<String, String> files() {
    return new TreeMap<>(
        Map.of(".gitignore", "/target/\n", "pom.xml", pom(), examplePath(), example.text()));
  }

  private String pom() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- For the IDE, and for mvn compile: loadstone itself does not read it. -->
    <project xmlns="http://maven.apache.org/POM/4.0.0"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
             xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
      <modelVersion>4.0.0</modelVersion>

      <groupId>plugins</groupId>
      <artifactId>%s</artifactId>
      <version>1</version>

      <properties>
        <maven.compiler.release>%d</maven.compiler.release>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
    %s
      <build>
        <plugins>
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-compiler-plugin</artifactId>
            <version>%s</version>
          </plugin>
        </plugins>
      </build>
    </project>
    """
        .formatted(artifactId(folder), release, dependencies(), COMPILER_PLUGIN);
  }

  /** The JARs are on this machine and perhaps in no repository, so they are named as files. */
  private String dependencies() {
    if (jars.isEmpty()) {
      return "";
    }
    return jars.stream()
        .map(PluginProject::dependency)
        .collect(Collectors.joining("", "\n  <dependencies>\n", "  </dependencies>\n"));
  }

  private static String dependency(Path jar) {
    return """
        <dependency>
          <groupId>host</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <scope>system</scope>
          <systemPath>%s</systemPath>
        </dependency>
    """
        .formatted(artifactId(jar), escaped(jar.toAbsolutePath().normalize().toString()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
