package dev.loadstone.adapter.jar;

import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.artifact.GeneratedDigests;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.ProcessorDigest;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.KeyedLines;
import dev.loadstone.domain.content.MalformedLines;
import dev.loadstone.domain.content.Quotation;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.name.JavaNames;
import io.vavr.control.Option;
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

  private final KeyedLines lines;

  private ProvenanceParser(KeyedLines lines) {
    this.lines = lines;
  }

  static ParsedProvenance parse(Bytes provenance) throws Damage, UnknownFormat {
    String lines = ProvenanceSeal.open(provenance);
    try {
      return new ProvenanceParser(KeyedLines.of(lines)).provenance();
    } catch (MalformedLines e) {
      throw new Damage("its provenance " + e.getMessage());
    }
  }

  private ParsedProvenance provenance() throws Damage, UnknownFormat {
    int formatVersion = formatVersion();
    BuildContext context = context();
    int release = number(ProvenanceFormat.RELEASE, 1);
    EffectiveSettings settings =
        new EffectiveSettings(release, lines.each(ProvenanceFormat.OPTION), processors());
    Contract contract = contract();
    Digest request = digest(ProvenanceFormat.REQUEST);
    String mainClass = binaryName(ProvenanceFormat.MAIN_CLASS);
    Launch launch = new Launch(mainClass, start(contract));
    SortedMap<String, Digest> entries = entries();
    if (!entries.containsKey(EntryNames.ofClass(mainClass))) {
      throw new Damage("its provenance names a main class that it lacks: " + mainClass);
    }
    List<SourceDigest> sources = sources(ProvenanceFormat.SOURCE);
    GeneratedDigests generated =
        new GeneratedDigests(sources(ProvenanceFormat.GENERATED_SOURCE), resources(entries));
    HostDependencies dependencies = dependencies();
    lines.end();
    return new ParsedProvenance(
        new Provenance(
            formatVersion,
            context,
            settings,
            contract,
            request,
            launch,
            ArtifactEntries.content(entries, sources, generated),
            dependencies),
        entries);
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
    Digest library = digest(ProvenanceFormat.LIBRARY);
    CompilerIdentity compiler =
        new CompilerIdentity(
            lines.one(ProvenanceFormat.COMPILER_NAME),
            lines.one(ProvenanceFormat.COMPILER_VERSION));
    int runtime = number(ProvenanceFormat.RUNTIME, 1);
    return new BuildContext(compiler, new RuntimeIdentity(runtime, library));
  }

  private Contract contract() throws Damage {
    String form = lines.one(ProvenanceFormat.CONTRACT);
    return switch (form) {
      case ProvenanceFormat.SIDE_EFFECT -> Contract.sideEffect();
      case ProvenanceFormat.TYPE ->
          Contract.type(
              lines.one(ProvenanceFormat.CONTRACT_TYPE),
              className(
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
        number(ProvenanceFormat.START_LINE, Diagnostic.NO_POSITION),
        number(ProvenanceFormat.START_COLUMN, Diagnostic.NO_POSITION));
  }

  private SortedMap<String, Digest> entries() throws Damage {
    TreeMap<String, Digest> entries = new TreeMap<>();
    for (List<String> entry : lines.eachOf(ProvenanceFormat.ENTRY, 2)) {
      String name = entry.get(1);
      if (!entries.isEmpty() && entries.lastKey().compareTo(name) >= 0) {
        throw new Damage("its provenance repeats or misplaces the entry " + Quotation.of(name));
      }
      entries.put(name, digest(ProvenanceFormat.ENTRY, entry.get(0)));
    }
    return entries;
  }

  private List<ProcessorDigest> processors() {
    List<ProcessorDigest> processors = new ArrayList<>();
    for (List<String> processor : lines.eachOf(ProvenanceFormat.PROCESSOR, 2)) {
      processors.add(
          new ProcessorDigest(
              processor.get(1), digest(ProvenanceFormat.PROCESSOR, processor.get(0))));
    }
    return processors;
  }

  private SortedMap<String, Digest> resources(SortedMap<String, Digest> entries) throws Damage {
    SortedMap<String, Digest> resources = new TreeMap<>();
    for (String name : lines.each(ProvenanceFormat.RESOURCE)) {
      Digest digest = entries.get(name);
      if (digest == null || !EntryNames.isResourceName(name)) {
        throw new Damage("its provenance names a bad resource: " + Quotation.of(name));
      }
      resources.put(name, digest);
    }
    return resources;
  }

  private List<SourceDigest> sources(String key) throws Damage {
    List<SourceDigest> sources = new ArrayList<>();
    for (List<String> source : lines.eachOf(key, 2)) {
      Digest digest = digest(key, source.get(0));
      String entryName = source.get(1);
      Option<String> name = EntryNames.sourceName(entryName);
      if (name.isEmpty()) {
        throw new Damage("its provenance names a bad source: " + Quotation.of(entryName));
      }
      sources.add(new SourceDigest(name.get(), digest));
    }
    return sources;
  }

  private HostDependencies dependencies() {
    SortedMap<String, ClassDigests> classes = hostClasses();
    SortedSet<String> absent = new TreeSet<>();
    for (String name : lines.each(ProvenanceFormat.ABSENT_CLASS)) {
      absent.add(className(ProvenanceFormat.ABSENT_CLASS, name));
    }
    SortedSet<InlinedConstant> constants = new TreeSet<>();
    for (List<String> constant : lines.eachOf(ProvenanceFormat.INLINED_CONSTANT, 3)) {
      String owner = className(ProvenanceFormat.INLINED_CONSTANT, constant.get(0));
      String value = constant.get(2);
      constants.add(
          new InlinedConstant(
              owner,
              memberName(ProvenanceFormat.INLINED_CONSTANT, constant.get(1)),
              Literal.read(value)
                  .getOrElseThrow(
                      () -> MalformedLines.at(ProvenanceFormat.INLINED_CONSTANT, value))));
    }
    SortedSet<InheritedMember> inherited = new TreeSet<>();
    for (List<String> member : lines.eachOf(ProvenanceFormat.INHERITED_MEMBER, 3)) {
      String owner = className(ProvenanceFormat.INHERITED_MEMBER, member.get(0));
      String name = memberName(ProvenanceFormat.INHERITED_MEMBER, member.get(1));
      inherited.add(new InheritedMember(owner, name, member.get(2)));
    }
    return new HostDependencies(classes, absent, constants, inherited);
  }

  private SortedMap<String, ClassDigests> hostClasses() {
    SortedMap<String, ClassDigests> classes = new TreeMap<>();
    for (List<String> used : lines.eachOf(ProvenanceFormat.HOST_CLASS, 3)) {
      ClassDigests digests =
          new ClassDigests(
              digest(ProvenanceFormat.HOST_CLASS, used.get(0)),
              digest(ProvenanceFormat.HOST_CLASS, used.get(1)));
      classes.put(className(ProvenanceFormat.HOST_CLASS, used.get(2)), digests);
    }
    return classes;
  }

  private int number(String key, long least) {
    return (int) lines.number(key, least, Integer.MAX_VALUE);
  }

  private Digest digest(String key) {
    return digest(key, lines.one(key));
  }

  private static Digest digest(String key, String hex) {
    if (!Digest.isHex(hex)) {
      throw MalformedLines.at(key, hex);
    }
    return new Digest(hex);
  }

  /** The name of a class that a compiler of Java made. */
  private String binaryName(String key) {
    String value = lines.one(key);
    if (!JavaNames.isBinaryName(value)) {
      throw MalformedLines.at(key, value);
    }
    return value;
  }

  /** Checks the name of a class of the host, which may be of another language (JVMS 4.2). */
  private static String className(String key, String value) {
    for (String segment : value.split("\\.", -1)) {
      if (!isUnqualifiedName(segment)) {
        throw MalformedLines.at(key, value);
      }
    }
    return value;
  }

  private static String memberName(String key, String value) {
    if (!isUnqualifiedName(value)) {
      throw MalformedLines.at(key, value);
    }
    return value;
  }

  private static boolean isUnqualifiedName(String name) {
    return !name.isEmpty() && name.chars().noneMatch(unit -> "./;[".indexOf(unit) >= 0);
  }
}
