package dev.loadstone.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * The manual as AsciiDoc: what the commands understand, by picocli from their specifications, and
 * sections written by hand.
 */
public final class Manual {

  private static final String DIGEST = ".\\\" Digest of what this page was made from: ";

  private Manual() {}

  /**
   * Writes the manual into a file, for Asciidoctor to make a page of. The build's profile {@code
   * manual} calls it.
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, asciidoc() + "\n++++\n" + digestLine() + "\n++++\n");
  }

  /** Returns the line by which a page shows from what it was made. */
  static String digestLine() throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(asciidoc().getBytes(UTF_8));
      return DIGEST + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Returns the manual. */
  static String asciidoc() throws IOException {
    CommandSpec root = new CommandLine(CommandTree.spec()).getCommandSpec();
    String page = page(root);
    StringBuilder manual =
        new StringBuilder()
            .append(header())
            .append(section(page, "name"))
            .append(
                """
                == Synopsis

                *loadstone* _COMMAND_ [_OPTION_...] ...

                *loadstone* _FILE_ [_ARG_...]

                """)
            .append(hand("description.adoc"))
            .append("== Commands\n\n");
    root.subcommands().values().forEach(command -> manual.append(command(command)));
    return manual.append(section(page, "exit-status")).append(hand("closing.adoc")).toString();
  }

  private static String header() {
    return """
    = loadstone(1)
    :doctype: manpage
    :author: The Loadstone project
    :manmanual: Loadstone Manual
    :mansource: Loadstone
    :reproducible:

    """;
  }

  private static String command(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String page = page(spec);
    String parts =
        String.join(
            "",
            List.of(
                section(page, "synopsis"),
                section(page, "description"),
                section(page, "arguments"),
                section(page, "options"),
                section(page, "footer")));
    return "=== "
        + spec.name()
        + "\n\n"
        + parts
            .replaceAll("(?m)^== .*\\n\\n", "")
            .replaceAll("(?m)^(loadstone [^\\n]+)$", "*$1*")
            // Where an option has but a short name.
            .replace("*, ::", "*::");
  }

  private static String page(CommandSpec spec) {
    StringWriter page = new StringWriter();
    PrintWriter writer = new PrintWriter(page);
    ManPageGenerator.writeSingleManPage(writer, spec);
    writer.flush();
    return page.toString().replace(System.lineSeparator(), "\n");
  }

  private static String section(String page, String name) {
    String tag = "picocli-generated-man-section-" + name + "[]\n";
    int begin = page.indexOf("// tag::" + tag) + "// tag::".length() + tag.length();
    return page.substring(begin, page.indexOf("// end::" + tag));
  }

  private static String hand(String name) throws IOException {
    try (InputStream resource = Manual.class.getResourceAsStream("manual/" + name)) {
      return new String(resource.readAllBytes(), UTF_8).replace("\r\n", "\n");
    }
  }
}
