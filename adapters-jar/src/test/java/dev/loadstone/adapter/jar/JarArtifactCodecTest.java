package dev.loadstone.adapter.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.ContentDigests;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompiledSource;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.EffectiveSettings;
import dev.loadstone.domain.compilation.GeneratedFiles;
import dev.loadstone.domain.compilation.HostUse;
import dev.loadstone.domain.compilation.Launch;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.compilation.SourceRetention;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.RecordedAbis;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.RecordedWarnings;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.testkit.SampleArtifacts;
import dev.loadstone.testkit.contract.ArtifactCodecContract;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JarArtifactCodecTest extends ArtifactCodecContract {

  private static final String HOST_CLASSES =
      """
      class org.host.%s
      modifiers public
      superclass java.lang.Object
      method <init> ()V
       modifiers public
      """;

  private static final String WARNINGS =
      """
      severity WARNING
       code compiler.warn.has.been.deprecated
       lint deprecation
       source 1
       line 2
       column 26
       message catalog() in org.host.Api has been deprecated\\u000a  use\\u0009list()
      severity WARNING
       code compiler.warn.annotation.method.not.found
       line -1
       column -1
       message Cannot find annotation method 'value()' in type 'org.host.Gone'
      """;

  @TempDir Path folder;

  private final ArtifactCodec codec = JarAdapter.artifactCodec();

  @Override
  protected ArtifactCodec codec() {
    return codec;
  }

  @Override
  protected Bytes artifactOfFormat(int format) {
    return ForgedArtifact.of(SampleArtifacts.hello())
        .withProvenanceLine("format 7", "format " + format)
        .bytes();
  }

  @Test
  void encode_sample_givesTheVeryBytesThatItAlwaysGave() {
    Bytes bytes = codec.encode(SampleArtifacts.pricing()).get();

    assertThat(Digest.of(bytes)).isEqualTo(new Digest(EncodingProcess.GOLDEN_DIGEST));
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Kiritimati, tr, US-ASCII",
    "America/Los_Angeles, ar, ISO-8859-1",
    "UTC, en, UTF-8"
  })
  void encode_otherZoneLocaleAndEncoding_givesTheSameBytes(
      String zone, String language, String encoding) throws IOException {
    List<String> options =
        List.of(
            "-Duser.timezone=" + zone,
            "-Duser.language=" + language,
            "-Dfile.encoding=" + encoding);

    String digest = EncodingProcess.run(options);

    assertThat(digest).isEqualTo(EncodingProcess.GOLDEN_DIGEST);
  }

  @Test
  void encode_provenance_isTheTextThatIsSpecified() {
    Bytes bytes = codec.encode(SampleArtifacts.pricing(SourceRetention.OMITTED)).get();

    String text = ForeignZips.members(bytes).get(1).content().toUtf8String();

    String lines =
        """
        format 7
        library %s
        compiler-name javac
        compiler-version 17.0.15+6
        runtime 17
        release 17
        option -g
        option -parameters
        option --release=17
        option a\\\\b\\u000ac
        contract type
        contract-type java.util.function.Function<java.lang.String, java.lang.Integer>
        contract-class java.util.function.Function
        request %s
        main-class com.acme.Pricing
        entry %s META-INF/loadstone/host-classes
        entry %s META-INF/loadstone/warnings
        entry %s com/acme/Pricing$Line.class
        entry %s com/acme/Pricing.class
        entry %s com/acme/Rates.class
        source %s com/acme/Rates.java
        source %s com/acme/Pricing.java
        host-class %s %s org.host.Api
        host-class %s %s org.host.Catalog
        absent-class org.host.Line
        absent-class org.host.String
        inlined-constant org.host.Api SEPARATOR "a/b\\\\\\\\\\u000a"
        inherited-member org.host.Api names [Ljava/lang/String;
        """
            .formatted(
                hex("library"),
                SampleArtifacts.pricing(SourceRetention.OMITTED).provenance().request().hex(),
                hex(HOST_CLASSES.formatted("Api") + HOST_CLASSES.formatted("Catalog")),
                hex(WARNINGS),
                hex("2"),
                hex("1"),
                hex("3"),
                hex("package com.acme;\nclass Rates {}\n"),
                hex("\uFEFFpackage com.acme;\r\npublic class Pricing {} // \u20AC\n"),
                hex(HOST_CLASSES.formatted("Api")),
                hex("org.host.Api"),
                hex(HOST_CLASSES.formatted("Catalog")),
                hex("org.host.Catalog"));
    assertThat(text).isEqualTo(lines + "digest " + hex(lines) + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void encode_warnings_areTheTextThatIsSpecified(SourceRetention retention) {
    Bytes bytes = codec.encode(SampleArtifacts.pricing(retention)).get();

    ZipMember warnings = ForeignZips.members(bytes).get(3);

    assertThat(warnings)
        .isEqualTo(new ZipMember("META-INF/loadstone/warnings", Bytes.ofUtf8(WARNINGS)));
  }

  @Test
  void encode_anyArtifact_beginsAsAllDo() {
    for (Artifact artifact : List.of(SampleArtifacts.hello(), SampleArtifacts.pricing())) {
      Bytes bytes = codec.encode(artifact).get();

      assertThat(bytes.startsWith(JarAdapter.beginning())).isTrue();
    }
    assertThat(JarAdapter.beginning().size()).isGreaterThanOrEqualTo(ArtifactFiles.BEGINNING);
  }

  @Test
  void encode_anyArtifact_givesAnOrdinaryJar() throws Exception {
    Path jar = folder.resolve("artifact.jar");
    Files.write(jar, codec.encode(realClass()).get().toByteArray());
    String name = ProvenanceFormat.class.getName();

    try (JarFile file = new JarFile(jar.toFile(), true)) {
      assertThat(file.getManifest().getMainAttributes().getValue("Created-By"))
          .isEqualTo("Loadstone");
      assertThat(Collections.list(file.entries()))
          .allMatch(entry -> entry.getMethod() == ZipEntry.STORED && entry.getExtra() == null)
          .extracting(ZipEntry::getName)
          .containsExactly(
              "META-INF/MANIFEST.MF",
              "META-INF/loadstone/provenance",
              "dev/loadstone/adapter/jar/ProvenanceFormat.class",
              "dev/loadstone/adapter/jar/Strings\u00E4\u20AC.java");
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(loader.getResource("dev/loadstone/adapter/jar/Strings\u00E4\u20AC.java"))
          .isNotNull();
    }
    assertThat(run("jar", "tf", jar.toString())).contains("META-INF/loadstone/provenance");
    assertThat(run("javap", "-cp", jar.toString(), name)).contains("class " + name);
  }

  @Test
  void decode_classFilesInAnotherOrder_sortsThemByName() {
    List<ClassFile> unsorted =
        List.of(
            new ClassFile("p.B", Bytes.ofUtf8("1")),
            new ClassFile("p.A$C", Bytes.ofUtf8("2")),
            new ClassFile("p.A", Bytes.ofUtf8("3")));

    Artifact decoded = codec.decode(FILE, codec.encode(artifact(unsorted, List.of())).get()).get();

    assertThat(decoded.classFiles())
        .extracting(ClassFile::binaryName)
        .containsExactly("p.A", "p.A$C", "p.B");
  }

  @ParameterizedTest
  @CsvSource({
    "p/C, p/C is not the name of a class",
    "p..C, p..C is not the name of a class",
    "'p.\\C', p.\\C is not the name of a class",
  })
  void encode_nameThatIsNone_isTheCallersBug(String binaryName, String problem) {
    Artifact artifact = artifact(List.of(new ClassFile(binaryName, Bytes.ofUtf8("1"))), List.of());

    Try<Bytes> encoded = codec.encode(artifact);

    assertThat(encoded.getCause()).isInstanceOf(IllegalArgumentException.class).hasMessage(problem);
  }

  @Test
  void encode_partsThatContradictTheProvenance_isTheCallersBug() {
    Artifact sample = SampleArtifacts.pricing();
    List<SourceEntry> reversed = new ArrayList<>(sample.sources());
    Collections.reverse(reversed);
    List<ClassFile> twice = new ArrayList<>(sample.classFiles());
    twice.add(twice.get(0));

    assertThat(
            List.of(
                problem(sample, List.of(), sample.sources()),
                problem(sample, sample.classFiles(), List.of()),
                problem(sample, sample.classFiles(), reversed),
                problem(sample, twice, sample.sources()),
                problem(sample, RecordedAbis.NONE, sample.warnings()),
                problem(sample, sample.recordedAbis(), RecordedWarnings.NONE)))
        .containsExactly(
            "the provenance does not state the entries' digests",
            "the provenance does not state the entries' digests",
            "the provenance does not state the sources' digests",
            "two entries have one name",
            "the provenance does not state the entries' digests",
            "the provenance does not state the entries' digests");
  }

  @Test
  void encode_mainClassLeftOut_isTheCallersBug() {
    assertThat(problem(artifact(List.of(), List.of())))
        .isEqualTo("Hello is not among the classes, and is the main one");
  }

  @Test
  void encode_warningsThatCannotBeRead_isTheCallersBug() {
    RecordedWarnings warnings = new RecordedWarnings(Bytes.ofUtf8("a warning\n"));
    Artifact artifact = artifact(List.of(), List.of(), warnings);

    assertThat(problem(artifact)).isEqualTo("a recorded warning is malformed: a warning\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"META-INF/loadstone/warnings", "META-INF/loadstone/host-classes"})
  void encode_sourceInAnotherEntrysPlace_isTheCallersBug(String name) {
    Artifact artifact = artifact(List.of(), List.of(new SourceEntry(name, Bytes.ofUtf8("1"))));

    assertThat(problem(artifact)).isEqualTo(name + " is not the name of a source");
  }

  @ParameterizedTest
  @EnumSource(SourceRetention.class)
  void decode_generatedFiles_areAsTheyWere(SourceRetention retention) {
    Artifact artifact =
        generated(retention, Map.of("META-INF/services/acme.Rule", Bytes.ofUtf8("acme.Made\n")));

    Bytes encoded = codec.encode(artifact).get();

    assertThat(codec.decode("a.jar", encoded).get()).isEqualTo(artifact);
    assertThat(encoded.toUtf8String())
        .contains(
            "\nprocessor " + hex("jar") + " rules.jar\n",
            "\ngenerated-source " + hex("class Made {}") + " acme/Made.java\n",
            "\nresource META-INF/services/acme.Rule\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A.class",
        "A.java",
        "../a",
        "/a",
        "a//b",
        "META-INF/MANIFEST.MF",
        "META-INF/loadstone/warnings"
      })
  void encode_resourceWhereNoneCanBe_isTheCallersBug(String name) {
    assertThat(problem(generated(SourceRetention.KEPT, Map.of(name, Bytes.ofUtf8("1")))))
        .isNotEmpty();
  }

  private static Artifact generated(SourceRetention retention, Map<String, Bytes> resources) {
    ProcessorJar jar = new ProcessorJar(Path.of("rules.jar"), Bytes.ofUtf8("jar"));
    Artifact sample = SampleArtifacts.hello();
    Compilation compilation =
        new Compilation(
            sample.provenance().launch(),
            new EffectiveSettings(17, List.of("-Akey=value"), List.of(jar.digest())),
            List.of(new CompiledSource(SourceFile.of("Hello.java", "class Hello {}\n"), "")),
            new GeneratedFiles(
                List.of(
                    new CompiledSource(SourceFile.of("acme/Made.java", "class Made {}"), "acme")),
                new TreeMap<>(resources)),
            sample.classFiles(),
            HostUse.NONE,
            List.of());
    CompilationRequest request =
        new CompilationRequest(
            SourceSet.of(SourceFile.of("Hello.java", "class Hello {}\n")),
            Contract.sideEffect(),
            new CompilerSettings(
                Option.none(), List.of(), new WarningPolicy(Treatment.REPORTED, Set.of())),
            retention);
    return Artifact.of(
        request,
        compilation,
        sample.provenance().context(),
        HostDependencies.NONE,
        RecordedAbis.NONE);
  }

  private String problem(Artifact sample, List<ClassFile> classFiles, List<SourceEntry> sources) {
    return problem(
        new Artifact(
            sample.provenance(), classFiles, sources, sample.recordedAbis(), sample.warnings()));
  }

  private String problem(Artifact sample, RecordedAbis abis, RecordedWarnings warnings) {
    return problem(
        new Artifact(sample.provenance(), sample.classFiles(), sample.sources(), abis, warnings));
  }

  private String problem(Artifact artifact) {
    return codec.encode(artifact).getCause().getMessage();
  }

  private static Artifact realClass() throws IOException {
    Class<?> real = ProvenanceFormat.class;
    try (InputStream in = real.getResourceAsStream(real.getSimpleName() + ".class")) {
      return artifact(
          List.of(new ClassFile(real.getName(), Bytes.of(in.readAllBytes()))),
          List.of(
              new SourceEntry(
                  "dev/loadstone/adapter/jar/Strings\u00E4\u20AC.java",
                  Bytes.ofUtf8("class A {}"))));
    }
  }

  private static Artifact artifact(List<ClassFile> classFiles, List<SourceEntry> sources) {
    return artifact(classFiles, sources, RecordedWarnings.NONE);
  }

  private static Artifact artifact(
      List<ClassFile> classFiles, List<SourceEntry> sources, RecordedWarnings warnings) {
    Provenance sample = SampleArtifacts.hello().provenance();
    Provenance provenance =
        new Provenance(
            sample.formatVersion(),
            sample.context(),
            sample.settings(),
            sample.contract(),
            sample.request(),
            new Launch(
                classFiles.isEmpty() ? sample.mainClass() : classFiles.get(0).binaryName(),
                sample.launch().start()),
            ContentDigests.of(
                classFiles, sources, SourceRetention.KEPT, RecordedAbis.NONE, warnings),
            sample.dependencies());
    return new Artifact(provenance, classFiles, sources, RecordedAbis.NONE, warnings);
  }

  private static String hex(String text) {
    return Digest.of(Bytes.ofUtf8(text)).hex();
  }

  private static String run(String tool, String... arguments) {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int exit = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
    writer.flush();
    assertThat(exit).describedAs(output.toString()).isZero();
    return output.toString();
  }
}
