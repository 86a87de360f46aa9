package dev.loadstone.cli;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.content.Digest;
import java.util.List;
import java.util.Map;

/** A provenance for people. */
final class ProvenanceText {

  private ProvenanceText() {}

  static String of(Provenance provenance) {
    return new Table()
        .row("main class", provenance.mainClass())
        .row("contract", provenance.contract().displayName())
        .row("compiler", provenance.context().compiler().toString())
        .row("release", String.valueOf(provenance.release()))
        .row(
            "options",
            provenance.options().isEmpty() ? "none" : String.join(" ", provenance.options()))
        .row("Java runtime", "release " + provenance.context().runtime().featureRelease())
        .row("library build", provenance.context().runtime().libraryBuild().toString())
        .row("format", String.valueOf(provenance.formatVersion()))
        .rows(
            "sources",
            provenance.sources().stream()
                .map(source -> line(source.digest(), source.entryName()))
                .toList())
        .rows("entries", entries(provenance.entries()))
        .rows("host classes", provenance.hostClasses())
        .text();
  }

  private static List<String> entries(Map<String, Digest> entries) {
    return entries.entrySet().stream()
        .map(entry -> line(entry.getValue(), entry.getKey()))
        .toList();
  }

  private static String line(Digest digest, String name) {
    return digest + "  " + name;
  }
}
