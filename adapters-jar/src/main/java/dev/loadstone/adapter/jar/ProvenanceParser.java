package dev.loadstone.adapter.jar;

import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    int release = lines.number(ProvenanceFormat.RELEASE, 1);
    List<String> options = lines.each(ProvenanceFormat.OPTION);
    Contract contract = contract();
    Digest request = lines.digest(ProvenanceFormat.REQUEST);
    String mainClass = lines.binaryName(ProvenanceFormat.MAIN_CLASS);
    Start start = start(contract);
    SortedMap<String, Digest> entries = sorted(ProvenanceFormat.ENTRY);
    if (!entries.containsKey(ArtifactShape.classEntry(mainClass))) {
      throw new Damage("its provenance names a main class that it lacks: " + mainClass);
    }
    List<SourceDigest> sources = new ArrayList<>();
    for (ProvenanceLines.NamedDigest source : lines.eachDigest(ProvenanceFormat.SOURCE)) {
      if (!ArtifactShape.isSourceName(source.name())) {
        throw new Damage("its provenance names a bad source: " + Quotation.of(source.name()));
      }
      sources.add(new SourceDigest(source.name(), source.digest()));
    }
    HostDependencies dependencies = dependencies();
    lines.end();
    return new Provenance(
        formatVersion,
        context,
        release,
        options,
        contract,
        request,
        mainClass,
        start,
        entries,
        sources,
        dependencies);
  }

  private int formatVersion() throws Damage, UnknownFormat {
    String version = lines.one(ProvenanceFormat.FORMAT);
    if (version.equals(Integer.toString(Provenance.FORMAT_VERSION))) {
      return Provenance.FORMAT_VERSION;
    }
    if (VERSION.matcher(version).matches()) {
      throw new UnknownFormat(version);
    }
    throw new Damage("its provenance gives no version as 'format': " + Quotation.of(version));
  }

  private BuildContext context() throws Damage {
    Digest library = lines.digest(ProvenanceFormat.LIBRARY);
    CompilerIdentity compiler =
        new CompilerIdentity(
            lines.one(ProvenanceFormat.COMPILER_NAME),
            lines.one(ProvenanceFormat.COMPILER_VERSION));
    int runtime = lines.number(ProvenanceFormat.RUNTIME, 1);
    return new BuildContext(compiler, new RuntimeIdentity(runtime, library));
  }

  private Contract contract() throws Damage {
    String form = lines.one(ProvenanceFormat.CONTRACT);
    return switch (form) {
      case ProvenanceFormat.SIDE_EFFECT -> Contract.sideEffect();
      case ProvenanceFormat.TYPE ->
          Contract.type(
              lines.one(ProvenanceFormat.CONTRACT_TYPE),
              ProvenanceLines.className(
                  ProvenanceFormat.CONTRACT_CLASS, lines.one(ProvenanceFormat.CONTRACT_CLASS)));
      default ->
          throw new Damage("its provenance has an unknown 'contract': " + Quotation.of(form));
    };
  }

  private Start start(Contract contract) throws Damage {
    if (contract instanceof Contract.HostType) {
      return new Start.Value();
    }
    String form = lines.one(ProvenanceFormat.START);
    return new Start.Program(
        Start.Form.of(form)
            .getOrElseThrow(
                () -> new Damage("its provenance has an unknown 'start': " + Quotation.of(form))),
        lines.number(ProvenanceFormat.START_LINE, (int) Diagnostic.NO_POSITION),
        lines.number(ProvenanceFormat.START_COLUMN, (int) Diagnostic.NO_POSITION));
  }

  private HostDependencies dependencies() throws Damage {
    SortedMap<String, ClassDigests> classes = hostClasses();
    SortedSet<String> absent = new TreeSet<>();
    for (String name : lines.each(ProvenanceFormat.ABSENT_CLASS)) {
      absent.add(ProvenanceLines.className(ProvenanceFormat.ABSENT_CLASS, name));
    }
    SortedSet<InlinedConstant> constants = new TreeSet<>();
    for (List<String> parts : lines.eachInThree(ProvenanceFormat.INLINED_CONSTANT)) {
      ProvenanceLines.className(ProvenanceFormat.INLINED_CONSTANT, parts.get(0));
      Literal value =
          Literal.read(parts.get(2))
              .getOrElseThrow(
                  () -> ProvenanceLines.malformed(ProvenanceFormat.INLINED_CONSTANT, parts.get(2)));
      constants.add(new InlinedConstant(parts.get(0), parts.get(1), value));
    }
    SortedSet<InheritedMember> inherited = new TreeSet<>();
    for (List<String> parts : lines.eachInThree(ProvenanceFormat.INHERITED_MEMBER)) {
      ProvenanceLines.className(ProvenanceFormat.INHERITED_MEMBER, parts.get(0));
      inherited.add(new InheritedMember(parts.get(0), parts.get(1), parts.get(2)));
    }
    return new HostDependencies(classes, absent, constants, inherited);
  }

  private SortedMap<String, ClassDigests> hostClasses() throws Damage {
    SortedMap<String, ClassDigests> classes = new TreeMap<>();
    for (ProvenanceLines.NamedDigest each : lines.eachDigest(ProvenanceFormat.HOST_CLASS)) {
      ProvenanceLines.NamedDigest rest =
          ProvenanceLines.namedDigest(ProvenanceFormat.HOST_CLASS, each.name());
      classes.put(
          ProvenanceLines.className(ProvenanceFormat.HOST_CLASS, rest.name()),
          new ClassDigests(each.digest(), rest.digest()));
    }
    return classes;
  }

  private SortedMap<String, Digest> sorted(String key) throws Damage {
    TreeMap<String, Digest> digests = new TreeMap<>();
    for (ProvenanceLines.NamedDigest each : lines.eachDigest(key)) {
      if (!digests.isEmpty() && digests.lastKey().compareTo(each.name()) >= 0) {
        throw new Damage(
            "its provenance repeats or misplaces the %s %s"
                .formatted(key, Quotation.of(each.name())));
      }
      digests.put(each.name(), each.digest());
    }
    return digests;
  }
}
