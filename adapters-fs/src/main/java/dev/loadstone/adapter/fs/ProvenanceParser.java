package dev.loadstone.adapter.fs;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what {@link ProvenanceFormat} writes, and nothing else. */
final class ProvenanceParser {

  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

  private final ProvenanceLines lines;

  private ProvenanceParser(ProvenanceLines lines) {
    this.lines = lines;
  }

  static Provenance parse(Bytes provenance) throws Damage, UnknownFormat {
    return new ProvenanceParser(ProvenanceLines.of(provenance)).provenance();
  }

  private Provenance provenance() throws Damage, UnknownFormat {
    int formatVersion = formatVersion();
    BuildContext context = context();
    int release = lines.number(ProvenanceFormat.RELEASE);
    List<String> options = lines.each(ProvenanceFormat.OPTION);
    Contract contract = contract();
    String mainClass = lines.one(ProvenanceFormat.MAIN_CLASS);
    SortedMap<String, Digest> entries = entries();
    List<SourceDigest> sources =
        lines.eachDigest(ProvenanceFormat.SOURCE).stream()
            .map(source -> new SourceDigest(source.name(), source.digest()))
            .toList();
    List<String> hostClasses = lines.each(ProvenanceFormat.HOST_CLASS);
    lines.end();
    return new Provenance(
        formatVersion,
        context,
        release,
        options,
        contract,
        mainClass,
        entries,
        sources,
        hostClasses);
  }

  private int formatVersion() throws Damage, UnknownFormat {
    String version = lines.one(ProvenanceFormat.FORMAT);
    if (version.equals(Integer.toString(Provenance.FORMAT_VERSION))) {
      return Provenance.FORMAT_VERSION;
    }
    if (VERSION.matcher(version).matches()) {
      throw new UnknownFormat(version);
    }
    throw new Damage(
        "its provenance gives no version as 'format': " + EscapedText.excerpt(version));
  }

  private BuildContext context() throws Damage {
    Digest library = lines.digest(ProvenanceFormat.LIBRARY);
    CompilerIdentity compiler =
        new CompilerIdentity(
            lines.one(ProvenanceFormat.COMPILER_NAME),
            lines.one(ProvenanceFormat.COMPILER_VERSION));
    int runtime = lines.number(ProvenanceFormat.RUNTIME);
    return new BuildContext(compiler, new RuntimeIdentity(runtime, library));
  }

  private Contract contract() throws Damage {
    String form = lines.one(ProvenanceFormat.CONTRACT);
    return switch (form) {
      case ProvenanceFormat.SIDE_EFFECT -> Contract.sideEffect();
      case ProvenanceFormat.TYPE ->
          Contract.type(
              lines.one(ProvenanceFormat.CONTRACT_TYPE),
              lines.one(ProvenanceFormat.CONTRACT_CLASS));
      default ->
          throw new Damage(
              "its provenance has an unknown 'contract': " + EscapedText.excerpt(form));
    };
  }

  private SortedMap<String, Digest> entries() throws Damage {
    TreeMap<String, Digest> entries = new TreeMap<>();
    for (ProvenanceLines.NamedDigest entry : lines.eachDigest(ProvenanceFormat.ENTRY)) {
      if (!entries.isEmpty() && entries.lastKey().compareTo(entry.name()) >= 0) {
        throw new Damage(
            "its provenance repeats or misplaces the entry " + EscapedText.excerpt(entry.name()));
      }
      entries.put(entry.name(), entry.digest());
    }
    return entries;
  }
}
