package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.InlinedConstant;
import dev.loadstone.testkit.InMemoryHostView;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Javac itself tells whether everything is recorded that a compilation depends on, and nothing that
 * it does not: the host is changed where nothing is recorded, and all stays as it was; then where
 * something is, and it does not.
 *
 * <p>One thing is not recorded, since nothing in the plugin depends on it: that a package exists
 * which is imported on demand, and from which nothing is used.
 */
final class RecordingOracleTest {

  private static final int GENERATED = 25;
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z]\\w*");
  private static final Set<String> NO_CLASS_NAMES =
      Set.of("var", "record", "yield", "sealed", "permits");

  /** Where classes are added, beside the packages that the program names. */
  private static final List<String> PACKAGES =
      List.of(
          "h", "h.deep", "org", "org.shop", "org.shop.api", "org.shop.util", "com", "com.plugin");

  private static final Map<String, List<String>> CONSTANTS =
      Map.ofEntries(
          Map.entry("h.Limits.MAX", List.of("MAX = 5", "MAX = 6")),
          Map.entry("h.Limits.NAME", List.of("\"n\"", "\"m\"")),
          Map.entry("h.Limits.own", List.of("own = 7", "own = 8")),
          Map.entry("h.MoreLimits.HUGE", List.of("1L << 40", "1L << 41")),
          Map.entry("h.Units.BYTE", List.of("BYTE = 1", "BYTE = 3")),
          Map.entry("h.Units.SHORT", List.of("SHORT = 2", "SHORT = 3")),
          Map.entry("h.Units.CHAR", List.of("'c'", "'d'")),
          Map.entry("h.Units.ON", List.of("ON = true", "ON = false")),
          Map.entry("h.Units.FLOAT", List.of("1.5f", "1.25f")),
          Map.entry("h.Units.DOUBLE", List.of("2.5", "2.25")),
          Map.entry("h.deep.Beside.LOW", List.of("LOW = -1", "LOW = -2")),
          Map.entry("org.shop.api.Order.LIMIT", List.of("LIMIT = 9", "LIMIT = 8")),
          Map.entry("org.shop.util.Numbers.ZERO", List.of("ZERO = 0", "ZERO = 1")));

  private static final InMemoryHostView HOST = RecordingHost.view();
  private static final ConcurrentMap<String, Compilation> BEFORE = new ConcurrentHashMap<>();
  private static final ConcurrentMap<Set<String>, InMemoryHostView> CHANGED =
      new ConcurrentHashMap<>();

  static Stream<Arguments> programs() {
    return Stream.concat(
        RecordedDependenciesTest.programs().map(row -> Arguments.of(row.get()[0], row.get()[1])),
        LongStream.range(0, GENERATED)
            .mapToObj(seed -> Arguments.of("seed " + seed, PluginGenerator.plugin(seed))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void compile_hostWithoutAllThatIsNotRecorded_givesTheSame(String name, String program) {
    Compilation before = before(program);
    Set<String> used = names(before.hostUse().classes());

    InMemoryHostView smaller =
        InMemoryHostView.of(
            classFiles().stream()
                .filter(each -> used.contains(each.binaryName()) || keepsPackage(each))
                .toList());

    assertThat(outcome(compile(smaller, program))).as(program).isEqualTo(outcome(before));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void compile_hostWithAllThatIsNotRecordedAsAbsent_givesTheSame(String name, String program) {
    Compilation before = before(program);
    Set<String> added = new TreeSet<>();
    for (String packageName : PACKAGES) {
      identifiers(program).forEach(each -> added.add(packageName + "." + each));
    }
    added.removeAll(before.hostUse().absentClasses());
    added.removeAll(names(classFiles()));

    InMemoryHostView larger = HOST.with(emptyClasses(added));

    assertThat(added).isNotEmpty();
    assertThat(outcome(compile(larger, program))).as(program).isEqualTo(outcome(before));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void compile_hostWithAClassThatIsRecordedAsAbsent_givesSomethingElse(
      String name, String program) {
    Compilation before = before(program);

    Set<String> absentClasses = new TreeSet<>(before.hostUse().absentClasses());
    // A class of a package's name is found first in some places, and the package in others.
    absentClasses.removeIf(each -> program.contains(each + ".") || program.contains(each + ";"));

    for (String absent : absentClasses) {
      InMemoryHostView larger = HOST.with(emptyClasses(Set.of(absent)));

      Option<List<ClassFile>> after =
          Compiling.sideEffect()
              .host(larger)
              .compile("M.java", program)
              .toOption()
              .map(Compilation::classFiles);

      assertThat(after.contains(before.classFiles())).as("%s in%n%s", absent, program).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void compile_hostWithOtherConstantsWhereNoneIsRecorded_givesTheSameClasses(
      String name, String program) {
    Compilation before = before(program);
    SortedMap<String, List<String>> unrecorded = new TreeMap<>(CONSTANTS);
    before.hostUse().constants().forEach(each -> unrecorded.remove(nameOf(each)));

    Compilation after = compile(changed(unrecorded), program);

    assertThat(after.classFiles()).as(program).isEqualTo(before.classFiles());
    assertThat(CONSTANTS.keySet())
        .as("the host's constants")
        .containsAll(
            before.hostUse().constants().stream().map(RecordingOracleTest::nameOf).toList());
  }

  private static Compilation before(String program) {
    return BEFORE.computeIfAbsent(program, each -> compile(HOST, each));
  }

  private static InMemoryHostView changed(Map<String, List<String>> constants) {
    return CHANGED.computeIfAbsent(
        Set.copyOf(constants.keySet()), names -> RecordingHost.changed(constants.values()));
  }

  private static Compilation compile(InMemoryHostView host, String program) {
    return Compiling.sideEffect()
        .host(host)
        .compile("M.java", program)
        .getOrElseThrow(failure -> new AssertionError(program, failure));
  }

  /** What the user gets. Javac opens some classes in vain, so these may be more or fewer. */
  private static List<List<?>> outcome(Compilation compilation) {
    return List.of(compilation.classFiles(), compilation.warnings());
  }

  private static List<ClassFile> emptyClasses(Set<String> binaryNames) {
    return binaryNames.stream().map(RecordingOracleTest::emptyClass).toList();
  }

  /** Writes the class file of a public class without members (JVMS 4.1). */
  private static ClassFile emptyClass(String binaryName) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xCAFEBABE);
      out.writeInt(52);
      out.writeShort(5);
      for (String name : List.of(binaryName.replace('.', '/'), "java/lang/Object")) {
        out.writeByte(1);
        out.writeUTF(name);
        out.writeByte(7);
        out.writeShort(name.startsWith("java/") ? 3 : 1);
      }
      out.writeShort(0x0021);
      out.writeShort(2);
      out.writeShort(4);
      out.writeLong(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClassFile(binaryName, Bytes.of(bytes.toByteArray()));
  }

  private static Set<String> identifiers(String program) {
    return IDENTIFIER
        .matcher(program)
        .results()
        .map(MatchResult::group)
        .filter(each -> !SourceVersion.isKeyword(each) && !NO_CLASS_NAMES.contains(each))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean keepsPackage(ClassFile classFile) {
    return Set.of("h.Secret", "h.deep.Left", "org.shop.api.Rule", "org.shop.util.Secret")
        .contains(classFile.binaryName());
  }

  private static List<ClassFile> classFiles() {
    return Stream.of("h", "h.deep", "org.shop.api", "org.shop.util")
        .flatMap(each -> HOST.classesIn(each).get().stream())
        .map(each -> HOST.classFile(each).get().get())
        .toList();
  }

  private static Set<String> names(List<ClassFile> classFiles) {
    return classFiles.stream().map(ClassFile::binaryName).collect(Collectors.toSet());
  }

  private static String nameOf(InlinedConstant constant) {
    return constant.owner() + "." + constant.field();
  }
}
