package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.cli.CapturedRun;
import dev.loadstone.cli.PluginFiles;
import dev.loadstone.cli.report.Outcome;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class InitCommandTest {

  @TempDir Path folder;

  private PluginFiles files;

  @BeforeEach
  void makeFiles() {
    files = new PluginFiles(folder);
  }

  @Test
  void execute_newFolder_hasAPluginThatCheckAccepts() {
    Path rules = folder.resolve("rules");

    CapturedRun init = CapturedRun.of("init", rules.toString());
    CapturedRun check =
        CapturedRun.of("check", rules.resolve("src/main/java/Hello.java").toString());

    assertThat(init.exitCode()).isZero();
    assertThat(init.err()).isEmpty();
    assertThat(check).isEqualTo(new CapturedRun(Outcome.of(0), "", ""));
    assertThat(rules.resolve(".gitignore")).hasContent("/target/");
  }

  @Test
  void execute_newFolder_saysWhatToDoNext() {
    String rules = folder.resolve("it's new").toString();

    CapturedRun init = CapturedRun.of("init", rules);

    String quoted = "'" + rules.replace("'", "'\\''");
    assertThat(init.out()).contains(rules + "/pom.xml ", rules + "/.gitignore ");
    assertThat(init.out().lines())
        .contains(
            "  loadstone check " + quoted + "/src/main/java/Hello.java'",
            "  loadstone run " + quoted + "/src/main/java/Hello.java'",
            "  mvn -q -f " + quoted + "/pom.xml' compile");
  }

  @ParameterizedTest
  @CsvSource({"rules,rules", "a b,a-b", "-x,x", "123,123", "größe,gr-e", "...a...,a", "é,plugins"})
  void execute_name_becomesAnArtifactOfMaven(String name, String artifact) throws Exception {
    Path target = folder.resolve(name);

    CapturedRun init = CapturedRun.of("init", "--", target.toString());

    assertThat(init.exitCode()).isZero();
    assertThat(text(pom(target), "artifactId")).isEqualTo(artifact);
  }

  @Test
  void execute_pom_compilesForTheReleaseThatTheCommandCompilesFor() throws Exception {
    Path target = folder.resolve("rules");

    CapturedRun.of("init", target.toString());

    assertThat(text(pom(target), "maven.compiler.release"))
        .isEqualTo("" + Runtime.version().feature());
    assertThat(pom(target).getElementsByTagName("dependency").getLength()).isZero();
  }

  @Test
  void execute_contract_hasAPluginOfItAndTheHostsJar() throws Exception {
    String jar =
        folder
            .resolve(
                files.hostJar(
                    "shop & co.jar",
                    "com.acme.Rule",
                    "package com.acme; public interface Rule { int price(int amount); }"))
            .toString();
    Path rules = folder.resolve("rules");

    CapturedRun init =
        CapturedRun.of(
            "init", "--contract", "com.acme.Rule", "--class-path", jar, rules.toString());
    String example = rules.resolve("src/main/java/Example.java").toString();
    CapturedRun check =
        CapturedRun.of("check", "--contract", "com.acme.Rule", "--class-path", jar, example);

    assertThat(init.err()).isEmpty();
    assertThat(init.out())
        .contains("check --contract com.acme.Rule --class-path '" + jar + "' " + example);
    assertThat(check).isEqualTo(new CapturedRun(Outcome.of(0), "", ""));
    assertThat(text(pom(rules), "systemPath")).isEqualTo(jar);
  }

  @Test
  void execute_classFolder_saysThatThePomCannotNameIt() throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));

    CapturedRun init =
        CapturedRun.of(
            "init", "--class-path", classes.toString(), folder.resolve("rules").toString());

    assertThat(init.exitCode()).isZero();
    assertThat(init.err()).contains("a pom.xml cannot name the folder " + classes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java.lang.String             | cannot inherit from final
          java.lang.constant.ConstantDesc | sealed
          no.Such                      | there is no class no.Such
          """)
  void execute_contractWithoutExample_isWrongUseAndWritesNothing(String contract, String reason) {
    Path rules = folder.resolve("rules");

    CapturedRun init = CapturedRun.of("init", "--contract", contract, rules.toString());

    assertThat(init.exitCode()).isEqualTo(2);
    assertThat(init.out()).isEmpty();
    assertThat(init.err()).startsWith("loadstone: --contract: ").contains(reason);
    assertThat(rules).doesNotExist();
  }

  @Test
  void execute_contractWithMissingType_saysWhichAndWritesNothing() throws Exception {
    String jar =
        files.hostJar(
            "shop.jar",
            "com.acme.Rule",
            "package com.acme; public interface Rule { Order order(); class Order {} }");
    Path part = folder.resolve(jar + "-classes");
    Files.delete(part.resolve("com/acme/Rule$Order.class"));
    Path rules = folder.resolve("rules");

    CapturedRun init =
        CapturedRun.of(
            "init",
            "--contract",
            "com.acme.Rule",
            "--class-path",
            part.toString(),
            rules.toString());

    assertThat(init.exitCode()).isEqualTo(2);
    assertThat(init.err()).contains("com/acme/Rule$Order", "is --class-path complete?");
    assertThat(rules).doesNotExist();
  }

  @Test
  void execute_folderInUse_isRefusedAndNothingIsTouched() throws Exception {
    files.source("rules/Pricing.java", "class Pricing {}");

    CapturedRun init = CapturedRun.of("init", folder.resolve("rules").toString());

    assertThat(init.exitCode()).isEqualTo(4);
    assertThat(init.out()).isEmpty();
    assertThat(init.err())
        .startsWith(
            "loadstone: "
                + folder.resolve("rules")
                + ": cannot be written: it is a folder that is not empty: it has Pricing.java. Nothing"
                + " was changed there");
    assertThat(folder.resolve("rules")).isDirectoryContaining("glob:**/Pricing.java");
    assertThat(folder.resolve("rules/pom.xml")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          init         | Missing required parameter: 'DIR'
          init a b     | Unmatched argument at index 1: 'b'
          init -x rules | Unknown option: '-x'
          """)
  void execute_wrongUse_saysWhat(String line, String message) {
    CapturedRun init = CapturedRun.of(line.split(" "));

    assertThat(init.exitCode()).isEqualTo(2);
    assertThat(init.err()).startsWith("loadstone: " + message);
  }

  private static String text(Document pom, String element) {
    return pom.getElementsByTagName(element).item(0).getTextContent();
  }

  private static Document pom(Path project) throws Exception {
    String pom = Files.readString(project.resolve("pom.xml"));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(pom)));
  }
}
