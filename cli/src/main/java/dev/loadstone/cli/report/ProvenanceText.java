package dev.loadstone.cli.report;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.diagnostic.PrintableText;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A provenance for people. */
public final class ProvenanceText {

  private ProvenanceText() {}

  /**
   * Writes a provenance.
   *
   * @param provenance the provenance
   * @return lines of a label and a value
   */
  public static PrintableText of(Provenance provenance) {
    return new Table()
        .row("main class", provenance.mainClass())
        .row("contract", provenance.contract().displayName())
        .row("start", start(provenance.launch().start()))
        .row("compiler", provenance.context().compiler().toString())
        .row("release", String.valueOf(provenance.settings().release()))
        .row(
            "options",
            provenance.settings().options().isEmpty()
                ? "none"
                : String.join(" ", provenance.settings().options()))
        .rowsIfAny(
            "processors",
            provenance.settings().processors().stream()
                .map(processor -> line(processor.digest(), processor.name()))
                .toList())
        .row("Java runtime", "release " + provenance.context().runtime().featureRelease())
        .row("library build", provenance.context().runtime().library())
        .row("request", provenance.request().toString())
        .row("format", String.valueOf(provenance.formatVersion()))
        .rows(
            "sources",
            provenance.content().sources().stream()
                .map(source -> line(source.digest(), source.name()))
                .toList())
        .row(
            "sources kept", provenance.content().retention() == SourceRetention.KEPT ? "yes" : "no")
        .rowsIfAny(
            "generated",
            provenance.content().generated().sources().stream()
                .map(source -> line(source.digest(), source.name()))
                .toList())
        .rowsIfAny("resources", digests(provenance.content().generated().resources()))
        .rows("classes", digests(provenance.content().classFiles()))
        .row("host ABIs", digest(provenance.content().recordedAbis()))
        .row("warnings", digest(provenance.content().warnings()))
        .rows("host classes", abis(provenance.dependencies().classes()))
        .rows("not found", List.copyOf(provenance.dependencies().absentClasses()))
        .rows("constants", constants(provenance.dependencies().constants()))
        .rows("inherited", inherited(provenance.dependencies().inheritedMembers()))
        .text();
  }

  private static String start(Start start) {
    return start instanceof Start.Program program ? program.form().text() : "value";
  }

  private static List<String> digests(Map<String, Digest> named) {
    return named.entrySet().stream().map(entry -> line(entry.getValue(), entry.getKey())).toList();
  }

  private static String digest(Option<Digest> recorded) {
    return recorded.map(Digest::toString).getOrElse("none");
  }

  private static List<String> abis(Map<String, ClassDigests> classes) {
    return classes.entrySet().stream()
        .map(entry -> line(entry.getValue().abi(), entry.getKey()))
        .toList();
  }

  private static List<String> constants(Collection<InlinedConstant> constants) {
    return constants.stream()
        .map(constant -> constant.owner() + "." + constant.field() + " = " + constant.value())
        .toList();
  }

  private static List<String> inherited(Collection<InheritedMember> members) {
    return members.stream()
        .map(member -> member.owner() + "." + member.name() + " " + member.descriptor())
        .toList();
  }

  private static String line(Digest digest, String name) {
    return digest + "  " + name;
  }
}
