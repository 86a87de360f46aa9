package dev.loadstone.adapter.jar;

import dev.loadstone.domain.artifact.ContentDigests;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceDigest;
import dev.loadstone.domain.compilation.ProcessorDigest;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.KeyedLines;
import dev.loadstone.domain.context.BuildContext;
import dev.loadstone.domain.context.ClassDigests;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.domain.contract.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes a provenance as the text that the package's description specifies. */
final class ProvenanceFormat {

  static final String FORMAT = "format";
  static final String LIBRARY = "library";
  static final String COMPILER_NAME = "compiler-name";
  static final String COMPILER_VERSION = "compiler-version";
  static final String RUNTIME = "runtime";
  static final String RELEASE = "release";
  static final String OPTION = "option";
  static final String PROCESSOR = "processor";
  static final String CONTRACT = "contract";
  static final String CONTRACT_TYPE = "contract-type";
  static final String CONTRACT_CLASS = "contract-class";
  static final String REQUEST = "request";
  static final String MAIN_CLASS = "main-class";
  static final String START = "start";
  static final String START_LINE = "start-line";
  static final String START_COLUMN = "start-column";
  static final String ENTRY = "entry";
  static final String SOURCE = "source";
  static final String GENERATED_SOURCE = "generated-source";
  static final String RESOURCE = "resource";
  static final String HOST_CLASS = "host-class";
  static final String ABSENT_CLASS = "absent-class";
  static final String INLINED_CONSTANT = "inlined-constant";
  static final String INHERITED_MEMBER = "inherited-member";

  static final String SIDE_EFFECT = "side-effect";
  static final String TYPE = "type";

  private final StringBuilder text = new StringBuilder();

  private ProvenanceFormat() {}

  /** Writes a provenance. */
  static Bytes write(Provenance provenance) {
    return ProvenanceSeal.seal(lines(provenance));
  }

  /** Writes a provenance that was read from a text whose seal is right. */
  static Bytes writeAgain(Provenance provenance, Bytes read) {
    return ProvenanceSeal.sealAgain(lines(provenance), read);
  }

  private static String lines(Provenance provenance) {
    ProvenanceFormat format = new ProvenanceFormat();
    format.put(FORMAT, provenance.formatVersion());
    format.put(provenance.context());
    format.put(RELEASE, provenance.settings().release());
    format.putEach(OPTION, provenance.settings().options());
    for (ProcessorDigest processor : provenance.settings().processors()) {
      format.put(PROCESSOR, List.of(processor.digest().hex()), processor.name());
    }
    format.put(provenance.contract());
    format.put(REQUEST, provenance.request().hex());
    format.put(MAIN_CLASS, provenance.mainClass());
    if (provenance.launch().start() instanceof Start.Program program) {
      format.put(program);
    }
    format.put(provenance.content());
    format.put(provenance.dependencies());
    return format.text.toString();
  }

  private void put(BuildContext context) {
    put(LIBRARY, context.runtime().libraryBuild().map(Digest::hex).getOrElse("unknown"));
    put(COMPILER_NAME, context.compiler().name());
    put(COMPILER_VERSION, context.compiler().version());
    put(RUNTIME, context.runtime().featureRelease());
  }

  private void put(ContentDigests content) {
    for (Map.Entry<String, Digest> entry : ArtifactEntries.digests(content).entrySet()) {
      put(ENTRY, List.of(entry.getValue().hex()), entry.getKey());
    }
    for (SourceDigest source : content.sources()) {
      put(SOURCE, List.of(source.digest().hex()), EntryNames.ofSource(source.name()));
    }
    for (SourceDigest source : content.generated().sources()) {
      put(GENERATED_SOURCE, List.of(source.digest().hex()), EntryNames.ofSource(source.name()));
    }
    putEach(RESOURCE, content.generated().resources().keySet());
  }

  private void put(HostDependencies dependencies) {
    for (Map.Entry<String, ClassDigests> used : dependencies.classes().entrySet()) {
      ClassDigests digests = used.getValue();
      put(HOST_CLASS, List.of(digests.abi().hex(), digests.classFile().hex()), used.getKey());
    }
    putEach(ABSENT_CLASS, dependencies.absentClasses());
    for (InlinedConstant constant : dependencies.constants()) {
      put(INLINED_CONSTANT, List.of(constant.owner(), constant.field()), constant.value().text());
    }
    for (InheritedMember member : dependencies.inheritedMembers()) {
      put(INHERITED_MEMBER, List.of(member.owner(), member.name()), member.descriptor());
    }
  }

  private void put(Contract contract) {
    if (contract instanceof Contract.HostType type) {
      put(CONTRACT, TYPE);
      put(CONTRACT_TYPE, type.type());
      put(CONTRACT_CLASS, type.rawClass());
    } else {
      put(CONTRACT, SIDE_EFFECT);
    }
  }

  private void put(Start.Program program) {
    put(START, program.form().text());
    put(START_LINE, program.line());
    put(START_COLUMN, program.column());
  }

  private void putEach(String key, Collection<String> values) {
    for (String value : values) {
      put(key, value);
    }
  }

  private void put(String key, List<String> words, String value) {
    KeyedLines.append(text, key, words, value);
  }

  private void put(String key, long value) {
    put(key, Long.toString(value));
  }

  private void put(String key, String value) {
    KeyedLines.append(text, key, value);
  }
}
