package dev.loadstone.adapter.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.testkit.SampleArtifacts;
import io.vavr.control.Try;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DamagedArtifactTest {

  private static final String FILE = "plugin.jar";
  private static final int BEGINNING = 30 + "META-INF/MANIFEST.MF".length() + 48;
  private static final int HELLO = 3;
  private static final int WARNINGS = 3;

  private final JarArtifactCodec codec = new JarArtifactCodec();

  @Test
  void decode_anyBitFlipped_isArtifactCorrupt() {
    byte[] bytes = bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(decode(bytes)).describedAs("bit %d", bit).isInstanceOf(ArtifactCorrupt.class);

      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void decode_anyByteOfALargerOneChanged_isArtifactCorrupt() {
    byte[] bytes = codec.encode(SampleArtifacts.pricing()).get().toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 0x20;

      assertThat(decode(bytes)).describedAs("byte %d", i).isInstanceOf(ArtifactCorrupt.class);

      bytes[i] ^= 0x20;
    }
  }

  @Test
  void decode_anyByteAddedOrRemoved_isArtifactCorrupt() {
    byte[] bytes = codec.encode(SampleArtifacts.hello()).get().toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      byte[] shorter = new byte[bytes.length - 1];
      System.arraycopy(bytes, 0, shorter, 0, i);
      System.arraycopy(bytes, i + 1, shorter, i, bytes.length - i - 1);
      byte[] longer = new byte[bytes.length + 1];
      System.arraycopy(bytes, 0, longer, 0, i);
      System.arraycopy(bytes, i, longer, i + 1, bytes.length - i);

      assertThat(decode(shorter)).describedAs("without %d", i).isInstanceOf(ArtifactCorrupt.class);
      assertThat(decode(longer)).describedAs("before %d", i).isInstanceOf(ArtifactCorrupt.class);
    }
  }

  @Test
  void decode_cutOffAnywhere_isRefused() {
    byte[] bytes = codec.encode(SampleArtifacts.pricing()).get().toByteArray();
    for (int length = 0; length < bytes.length; length++) {
      Class<?> expected = length < BEGINNING ? NotAnArtifact.class : ArtifactCorrupt.class;

      assertThat(decode(Arrays.copyOf(bytes, length)))
          .describedAs("%d bytes", length)
          .isInstanceOf(expected);
    }
  }

  @Test
  void decode_randomBytes_isRefused() {
    Random random = new Random(42);
    byte[] artifact = codec.encode(SampleArtifacts.pricing()).get().toByteArray();
    for (int round = 0; round < 1_000; round++) {
      byte[] bytes = Arrays.copyOf(artifact, random.nextInt(2 * artifact.length));
      int from = random.nextInt(bytes.length + 1);
      for (int i = from; i < bytes.length; i++) {
        bytes[i] = (byte) random.nextInt();
      }

      assertThat(decode(bytes))
          .describedAs("round %d", round)
          .isInstanceOfAny(ArtifactCorrupt.class, NotAnArtifact.class);
    }
  }

  @Test
  void decode_numbersReplacedByHostileOnes_isRefused() {
    byte[] bytes = codec.encode(SampleArtifacts.hello()).get().toByteArray();
    for (int hostile : new int[] {-1, Integer.MAX_VALUE}) {
      for (int i = 0; i <= bytes.length - 4; i++) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(i, hostile);

        assertThat(decode(changed))
            .describedAs("%d at %d", hostile, i)
            .isInstanceOf(ArtifactCorrupt.class);
      }
    }
  }

  static Stream<Arguments> foreign() {
    byte[] zeros = new byte[50_000_000];
    return Stream.of(
        Arguments.of(Bytes.ofUtf8(""), "it is empty"),
        Arguments.of(Bytes.ofUtf8("class Hello {}"), "it is not a JAR"),
        Arguments.of(Bytes.ofUtf8("PK"), "it is not a JAR"),
        Arguments.of(
            Bytes.ofUtf8("PK\u0003\u0004"), "it is a JAR or ZIP that Loadstone did not write"),
        Arguments.of(
            Bytes.of(new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61}),
            "it is a class file"),
        Arguments.of(
            ForeignZips.deflated(List.of()), "it is a JAR or ZIP that Loadstone did not write"),
        Arguments.of(
            ForeignZips.deflated(List.of(new ZipMember("a.txt", Bytes.ofUtf8("a")))),
            "it is a JAR or ZIP that Loadstone did not write"),
        Arguments.of(
            ForeignZips.deflated(List.of(new ZipMember("bomb", Bytes.of(zeros)))),
            "it is a JAR or ZIP that Loadstone did not write"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void decode_foreignFile_isNotAnArtifact(Bytes bytes, String reason) {
    Throwable error = decode(bytes.toByteArray());

    assertThat(error)
        .isInstanceOfSatisfying(
            NotAnArtifact.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void decode_packedAgain_isArtifactCorrupt() {
    Bytes packed =
        ForeignZips.deflated(ForeignZips.members(codec.encode(SampleArtifacts.pricing()).get()));

    assertThat(difference(packed))
        .isEqualTo("it does not begin as artifacts do; it was changed, or packed again");
  }

  @Test
  void decode_bytesBeforeIt_isArtifactCorrupt() {
    String zip = new String(bytes(), StandardCharsets.ISO_8859_1);
    byte[] prefixed = ("#!/bin/sh\n" + zip).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(decode(prefixed)).isInstanceOf(ArtifactCorrupt.class);
  }

  @Test
  void decode_commentThatLooksLikeManyEnds_isRefusedSoon() {
    byte[] end = {'P', 'K', 5, 6};
    byte[] file = new byte[200_000];
    for (int i = 0; i + 22 < file.length; i += 22) {
      System.arraycopy(end, 0, file, i, 4);
      file[i + 15] = 0x7f;
    }

    assertThat(decode(file)).isInstanceOf(NotAnArtifact.class);
  }

  static Stream<Arguments> changedMembers() {
    return Stream.of(
        changed(
            "the entry Hello.java is missing, or its header was changed",
            members -> without(members, HELLO)),
        changed(
            "there is an entry Hello.java where Hello.class belongs",
            members -> without(members, 2)),
        changed(
            "there is an entry Hello.java where Hello.class belongs",
            members -> List.of(members.get(0), members.get(1), members.get(3), members.get(2))),
        changed(
            "there is an entry ../Evil.class where Hello.class belongs",
            members -> replaced(members, 2, "../Evil.class")),
        changed(
            "there is an entry a\u0000b where Hello.class belongs",
            members -> replaced(members, 2, "a\u0000b")),
        changed(
            "there is an entry Hello.class where Hello.java belongs",
            members -> replaced(members, 3, "Hello.class")),
        changed(
            "its table of contents was changed",
            members -> {
              members.add(members.get(2));
              return members;
            }),
        changed(
            "its table of contents was changed",
            members -> {
              members.add(new ZipMember("Other.class", Bytes.ofUtf8("1")));
              return members;
            }),
        changed(
            "the entry Hello.class was changed",
            members -> {
              members.set(2, new ZipMember("Hello.class", Bytes.ofUtf8("class Hullo")));
              return members;
            }),
        changed(
            "there is an entry Hello.class where META-INF/loadstone/provenance belongs",
            members -> without(members, 1)));
  }

  private static Arguments changed(String difference, UnaryOperator<List<ZipMember>> change) {
    return Arguments.of(difference, change);
  }

  private static List<ZipMember> without(List<ZipMember> members, int index) {
    members.remove(index);
    return members;
  }

  private static List<ZipMember> replaced(List<ZipMember> members, int index, String name) {
    members.set(index, new ZipMember(name, members.get(index).content()));
    return members;
  }

  @ParameterizedTest
  @MethodSource("changedMembers")
  void decode_entriesChanged_isArtifactCorruptAndNamesTheEntry(
      String difference, UnaryOperator<List<ZipMember>> change) {
    Bytes forged = ForgedArtifact.of(SampleArtifacts.hello()).withMembers(change).bytes();

    assertThat(difference(forged)).isEqualTo(difference);
  }

  @Test
  void decode_bytesAddedAtTheEnd_saysSo() {
    assertThat(difference(Bytes.of(Arrays.copyOf(bytes(), bytes().length + 7))))
        .isEqualTo("7 bytes were added at its end");
  }

  @Test
  void decode_endCutOff_saysSo() {
    int length = bytes().length;

    assertThat(difference(Bytes.of(Arrays.copyOf(bytes(), length - 5))))
        .isEqualTo("it was cut off at " + (length - 5) + " of " + length + " bytes");
  }

  @Test
  void decode_headerOfEntryChanged_namesTheEntry() {
    byte[] bytes = bytes();
    int header = 0;
    for (int i = 0; i < HELLO; i++) {
      header = indexOfLocalHeader(bytes, header + 1);
    }
    bytes[header + 10] ^= 1;

    assertThat(difference(Bytes.of(bytes)))
        .isEqualTo("the header of the entry Hello.java was changed");
  }

  @ParameterizedTest
  @CsvSource({
    "format 7, format 0, its provenance gives no version as 'format': 0",
    "format 7, format 01, its provenance gives no version as 'format': 01",
    "format 7, format -1, its provenance gives no version as 'format': -1",
    "format 7, formal 7, 'its provenance lacks the line ''format'', at line 1'",
    "compiler-name javac, compiler javac, 'its provenance lacks the line ''compiler-name'', at line"
        + " 3'",
    "runtime 17, runtime 017, its provenance gives no number as 'runtime': 017",
    "runtime 17, runtime seventeen, its provenance gives no number as 'runtime': seventeen",
    "release 17, release 99999999999, its provenance gives no number as 'release': 99999999999",
    "release 17, release 17|release 17, 'its provenance lacks the line ''contract'', at line 7'",
    "release 17, option -g|release 17, 'its provenance lacks the line ''release'', at line 6'",
    "release 17, release 17|unknown x, 'its provenance lacks the line ''contract'', at line 7'",
    "contract side-effect, contract none, its provenance has an unknown 'contract': none",
    "contract side-effect, contract type, 'its provenance lacks the line ''contract-type'', at line"
        + " 8'",
    "contract side-effect, '', 'its provenance lacks the line ''contract'', at line 7'",
    "main-class Hello, request 12|main-class Hello, 'its provenance lacks the line ''main-class'',"
        + " at line 9'",
    "main-class Hello, main-class Hello|main-class Hello, 'its provenance lacks the line ''start'',"
        + " at line 10'",
    "main-class Hello, main-class \\x, its provenance has a malformed value: \\x",
    "main-class Hello, main-class \\u00, its provenance has a malformed value: \\u00",
    "main-class Hello, main-class \\u0041, its provenance has a malformed value: \\u0041",
    "start main(String[]), start main(Object[]), 'its provenance has an unknown ''start'':"
        + " main(Object[])'",
    "start main(String[]), '', 'its provenance lacks the line ''start'', at line 10'",
    "runtime 17, runtime 0, its provenance gives no number as 'runtime': 0",
    "runtime 17, runtime -17, its provenance gives no number as 'runtime': -17",
    "release 17, release 0, its provenance gives no number as 'release': 0",
    "main-class Hello, main-class Other, its provenance names a main class that it lacks: Other",
    "main-class Hello, main-class ../Hello, its provenance has a malformed line 'main-class':"
        + " ../Hello",
    "main-class Hello, main-class a..Hello, its provenance has a malformed line 'main-class':"
        + " a..Hello",
    "main-class Hello, main-class , 'its provenance lacks the line ''main-class'', at line 9'",
    "start-line 1, start-line -2, its provenance gives no number as 'start-line': -2",
    "start-line 1, start-line one, 'its provenance gives no number as ''start-line'': one'",
    "start-column 14, '', 'its provenance lacks the line ''start-column'', at line 12'",
    "start-column 14, start-column 14|entry x, its provenance has a malformed line 'entry': x",
    "start-column 14, start-column 14|entry x y, its provenance has a malformed line 'entry': x",
  })
  void decode_provenanceLineChanged_isArtifactCorruptAndNamesTheLine(
      String line, String replacement, String difference) {
    Bytes forged =
        ForgedArtifact.of(SampleArtifacts.hello())
            .withProvenanceLine(line, replacement.replace('|', '\n'))
            .bytes();

    assertThat(difference(forged)).isEqualTo(difference);
  }

  @ParameterizedTest
  @CsvSource({
    "inlined-constant x, its provenance has a malformed line 'inlined-constant': x",
    "inlined-constant x y, its provenance has a malformed line 'inlined-constant': x y",
    "inherited-member x y, its provenance has a malformed line 'inherited-member': x y",
    "host-class org.host.Api, its provenance has a malformed line 'host-class': org.host.Api",
    "host-class 12 34 org.host.Api, its provenance has a malformed line 'host-class': 12",
    "inlined-constant host.Api LIMIT none, its provenance has a malformed line 'inlined-constant':"
        + " none",
    "inlined-constant host.Api LIMIT '0x', its provenance has a malformed line 'inlined-constant':"
        + " '0x'",
    "inlined-constant host.Api LIMIT 0xzz, its provenance has a malformed line 'inlined-constant':"
        + " 0xzz",
    "inlined-constant host.Api LIMIT 05, its provenance has a malformed line 'inlined-constant':"
        + " 05",
    "inlined-constant host..Api LIMIT 5, its provenance has a malformed line 'inlined-constant':"
        + " host..Api",
    "inlined-constant host.Api LI/MIT 5, its provenance has a malformed line 'inlined-constant':"
        + " LI/MIT",
    "inherited-member host.Api  y, 'its provenance has a malformed line ''inherited-member'': '",
    "inherited-member host.Api \\u0041 y, its provenance has a malformed value: \\u0041",
    "inherited-member host.Api; x y, its provenance has a malformed line 'inherited-member':"
        + " host.Api;",
    "absent-class a/../b, its provenance has a malformed line 'absent-class': a/../b",
    "absent-class .., its provenance has a malformed line 'absent-class': ..",
    "something new, 'its provenance goes on where it should end, at line 16'",
  })
  void decode_dependencyMalformedOrUnknown_isArtifactCorruptAndNamesTheLine(
      String line, String difference) {
    assertThat(difference(withProvenance(text -> text + line + "\n"))).isEqualTo(difference);
  }

  @Test
  void decode_anyLineMissing_isArtifactCorrupt() {
    for (String line : provenance()) {
      Bytes forged = withProvenance(text -> text.replaceFirst(Pattern.quote(line + "\n"), ""));

      assertThat(decode(forged.toByteArray()))
          .describedAs("without '%s'", line)
          .isInstanceOf(ArtifactCorrupt.class);
    }
  }

  @Test
  void decode_unknownLineAnywhere_isArtifactCorrupt() {
    for (String line : provenance()) {
      Bytes forged =
          withProvenance(
              text -> text.replaceFirst(Pattern.quote(line + "\n"), "unknown field\n$0"));

      assertThat(decode(forged.toByteArray()))
          .describedAs("before '%s'", line)
          .isInstanceOf(ArtifactCorrupt.class);
    }
  }

  /** The lines of a sound provenance, but for its digest, which forgeries have right. */
  private static List<String> provenance() {
    List<String> lines = new ArrayList<>();
    withProvenance(
        text -> {
          lines.addAll(text.lines().toList());
          return text;
        });
    assertThat(lines).hasSizeGreaterThan(9);
    return lines;
  }

  @Test
  void decode_hostClassRepeated_isArtifactCorrupt() {
    String digest = "0".repeat(64) + " ";
    String line = "host-class " + digest + digest + "org.host.Api\n";

    assertThat(difference(withProvenance(text -> text + line + line)))
        .isEqualTo("the header of the entry META-INF/loadstone/provenance was changed");
  }

  @Test
  void decode_dependenciesMisplaced_isArtifactCorrupt() {
    assertThat(difference(withProvenance(text -> text + "absent-class b.B\nabsent-class a.A\n")))
        .isEqualTo("the header of the entry META-INF/loadstone/provenance was changed");
  }

  static Stream<Arguments> forgedRequests() {
    return Stream.of(
        Arguments.of("", "its provenance lacks the line 'request', at line 8"),
        Arguments.of("request \n", "its provenance has a malformed line 'request': "),
        Arguments.of("request 12\n", "its provenance has a malformed line 'request': 12"),
        Arguments.of(
            "request " + "A".repeat(64) + "\n",
            "its provenance has a malformed line 'request': " + "A".repeat(64)));
  }

  @ParameterizedTest
  @MethodSource("forgedRequests")
  void decode_requestMissingOrMalformed_isArtifactCorrupt(String line, String difference) {
    assertThat(
            difference(
                withProvenance(text -> text.replaceFirst("(?m)^request [0-9a-f]{64}\n", line))))
        .isEqualTo(difference);
  }

  static Stream<Arguments> forgedWarnings() {
    String sound =
        "severity WARNING\n code c\n lint l\n source 1\n line 2\n column 3\n message m\n";
    String problem = "its parts contradict each other: a recorded warning is malformed: ";
    return Stream.of(
        Arguments.of("a warning\n", problem + "a warning\n"),
        Arguments.of(sound + "\n", problem + sound + "\n"),
        Arguments.of(sound + "severity WARNING\n", problem + "severity WARNING\n"),
        Arguments.of(
            sound.replace("source 1", "source 2"), problem + sound.replace("source 1", "source 2")),
        Arguments.of(
            sound.replace(" m\n", "\u001b[2J\n"), problem + sound.replace(" m\n", "\u001b[2J\n")),
        Arguments.of(sound.strip(), problem + sound.strip()),
        Arguments.of(
            "",
            "its parts contradict each other: the provenance does not state the entries' digests"));
  }

  @ParameterizedTest
  @MethodSource("forgedWarnings")
  void decode_warningsThatNobodyWrote_isArtifactCorrupt(String text, String difference) {
    Bytes warnings = Bytes.ofUtf8(text);
    Bytes forged =
        ForgedArtifact.of(SampleArtifacts.pricing())
            .withProvenance(
                lines ->
                    lines.replaceFirst(
                        "entry [0-9a-f]{64} META-INF/loadstone/warnings",
                        "entry " + Digest.of(warnings).hex() + " META-INF/loadstone/warnings"))
            .withMember(WARNINGS, warnings)
            .bytes();

    assertThat(difference(forged)).isEqualTo(difference);
  }

  @Test
  void decode_warningsLeftOut_isArtifactCorrupt() {
    Bytes forged =
        ForgedArtifact.of(SampleArtifacts.pricing())
            .withMembers(members -> without(members, WARNINGS))
            .bytes();

    assertThat(difference(forged))
        .isEqualTo(
            "there is an entry com/acme/Pricing$Line.class where META-INF/loadstone/warnings"
                + " belongs");
  }

  @Test
  void decode_provenanceEndsWithMore_isArtifactCorrupt() {
    assertThat(difference(withProvenance(text -> text + "x y\n")))
        .startsWith("its provenance goes on where it should end");
    assertThat(difference(withProvenance(text -> text + "\n")))
        .startsWith("its provenance goes on where it should end");
  }

  @Test
  void decode_provenanceWithReturnsBeforeLineFeeds_isArtifactCorrupt() {
    assertThat(decode(withProvenance(text -> text.replace("\n", "\r\n")).toByteArray()))
        .isInstanceOf(ArtifactCorrupt.class);
    assertThat(
            decode(
                withProvenance(text -> text.replace("release 17\n", "release 17\r")).toByteArray()))
        .isInstanceOf(ArtifactCorrupt.class);
  }

  @Test
  void decode_entriesOfProvenanceMisplacedOrRepeated_isArtifactCorrupt() {
    String name = "Hello.class";

    assertThat(
            difference(
                withProvenance(
                    text -> {
                      String entry =
                          text.lines()
                                  .filter(line -> line.endsWith(" " + name))
                                  .findFirst()
                                  .orElseThrow()
                              + "\n";
                      return text.replace(entry, entry + entry);
                    })))
        .isEqualTo("its provenance repeats or misplaces the entry Hello.class");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../Hello.class",
        "/Hello.class",
        "a/./b.class",
        "a\\\\b.class",
        "a.b.class",
        "x.txt",
        "META-INF/loadstone/provenance"
      })
  void decode_soundForgeryWithBadName_isArtifactCorrupt(String name) {
    String plain = name.replace("\\\\", "\\");
    ForgedArtifact forged =
        ForgedArtifact.of(SampleArtifacts.hello())
            .withProvenance(
                text -> {
                  List<String> lines = new ArrayList<>(text.lines().toList());
                  lines.removeIf(line -> line.startsWith("entry ") || line.startsWith("source "));
                  lines.add("entry " + Digest.of(Bytes.ofUtf8("1")).hex() + " " + name);
                  return String.join("\n", lines) + "\n";
                })
            .withMembers(
                members ->
                    List.of(
                        members.get(0), members.get(1), new ZipMember(plain, Bytes.ofUtf8("1"))));

    assertThat(decode(forged.bytes().toByteArray())).isInstanceOf(ArtifactCorrupt.class);
  }

  @Test
  void decode_provenanceWithLongValues_isShownInPart() {
    String value = "\u001b".repeat(1_000);
    Bytes forged = withProvenance(text -> text.replace("runtime 17", "runtime " + value));

    assertThat(difference(forged))
        .isEqualTo("its provenance has a malformed value: " + "\u001b".repeat(200) + "...");
  }

  @Test
  void decode_someSourcesLeftOut_isArtifactCorrupt() {
    Bytes forged =
        ForgedArtifact.of(SampleArtifacts.pricing())
            .withProvenance(
                text ->
                    text.lines()
                            .filter(
                                line -> !(line.startsWith("entry ") && line.endsWith("Rates.java")))
                            .collect(Collectors.joining("\n"))
                        + "\n")
            .withMembers(
                members -> {
                  members.removeIf(member -> member.name().endsWith("Rates.java"));
                  return members;
                })
            .bytes();

    assertThat(difference(forged))
        .isEqualTo(
            "its parts contradict each other: the provenance does not state the sources' digests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4", "5", "6", "8", "10", "999999999999999999"})
  void decode_otherFormatWithUnknownLines_isContextMismatch(String version) {
    Bytes future = withProvenance(text -> "format " + version + "\nsomething new\n");

    assertThat(decode(future.toByteArray()))
        .isInstanceOf(ContextMismatch.class)
        .hasMessageContaining(
            "artifact format: built with "
                + version
                + ", and this build of Loadstone reads 7 only");
  }

  @Test
  void decode_provenanceNotUtf8_isArtifactCorrupt() {
    Bytes forged =
        ForgedArtifact.of(SampleArtifacts.hello())
            .withMember(1, Bytes.of(new byte[] {(byte) 0xff}))
            .bytes();

    assertThat(difference(forged)).isEqualTo("its provenance is not encoded in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "digest", "format 1", "format 1\n", "\n\n\n"})
  void decode_provenanceWithoutDigest_isArtifactCorrupt(String provenance) {
    Bytes forged =
        ForgedArtifact.of(SampleArtifacts.hello()).withMember(1, Bytes.ofUtf8(provenance)).bytes();

    assertThat(difference(forged))
        .isEqualTo("its provenance does not have the digest that it states");
  }

  private static Bytes withProvenance(UnaryOperator<String> change) {
    return ForgedArtifact.of(SampleArtifacts.hello()).withProvenance(change).bytes();
  }

  private byte[] bytes() {
    return codec.encode(SampleArtifacts.hello()).get().toByteArray();
  }

  private static int indexOfLocalHeader(byte[] bytes, int from) {
    for (int i = from; i < bytes.length - 4; i++) {
      if (ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(i)
          == ZipFormat.LOCAL_SIGNATURE) {
        return i;
      }
    }
    throw new IllegalArgumentException("no local header from " + from + " on");
  }

  private Throwable decode(byte[] bytes) {
    Try<Artifact> decoded = codec.decode(FILE, Bytes.of(bytes));
    assertThat(decoded.isFailure()).isTrue();
    return decoded.getCause();
  }

  private String difference(Bytes bytes) {
    Throwable error = decode(bytes.toByteArray());
    assertThat(error).isInstanceOf(ArtifactCorrupt.class);
    return ((ArtifactCorrupt) error).difference();
  }
}
