package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compilation.Start.Form;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Try;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JvmLoaderTest {

  private static final String ONE = "public static int one() { return 1; }";

  private final Loader loader =
      new ClassLoaderAdapter(
              JvmLoaderTest.class.getClassLoader(), List.of(), AllowedPackages.everything())
          .loader();

  static Stream<Arguments> refusedClasses() {
    Compiled good = Compiled.of("package acme; public class Pricing { %s }".formatted(ONE));
    Bytes bytes = good.bytes("acme.Pricing");
    return Stream.of(
        arguments(
            "a truncated class",
            good.with(new ClassFile("acme.Pricing", prefix(bytes, 20))),
            ClassFormatError.class),
        arguments(
            "no class at all",
            good.with(new ClassFile("acme.Pricing", Bytes.ofUtf8("text"))),
            ClassFormatError.class),
        arguments(
            "a class of a later release",
            good.with(new ClassFile("acme.Pricing", ofLaterRelease(bytes))),
            UnsupportedClassVersionError.class),
        arguments(
            "a class under another name",
            good.with(new ClassFile("acme.Other", bytes)),
            NoClassDefFoundError.class),
        arguments(
            "a class in a package of the platform's",
            good.with(new ClassFile("java.acme.Other", bytes)),
            SecurityException.class),
        arguments(
            "code that does not verify",
            good.with(new ClassFile("acme.Pricing", unverifiable(bytes))),
            VerifyError.class),
        arguments(
            "code in another class that does not verify",
            withUnverifiable("class Other { %s }"),
            VerifyError.class),
        arguments(
            "code in an interface that does not verify",
            withUnverifiable("interface Other { %s }"),
            VerifyError.class),
        arguments(
            "code in an enum that does not verify",
            withUnverifiable("enum Other { ONE; %s }"),
            VerifyError.class),
        arguments(
            "a superclass that is not there",
            withoutBase("class Pricing extends Base {}"),
            NoClassDefFoundError.class),
        arguments(
            "a field's type that is not there",
            withoutBase("class Pricing { Base base; }"),
            NoClassDefFoundError.class),
        arguments(
            "a method's type that is not there",
            withoutBase("class Pricing { void method(Base base) {} }"),
            NoClassDefFoundError.class),
        arguments(
            "a constructor's type that is not there",
            withoutBase("class Pricing { Pricing() {} Pricing(Base base) {} }"),
            NoClassDefFoundError.class),
        arguments(
            "a superclass that has become an interface",
            withoutBase("class Pricing extends Base {}")
                .with(
                    new ClassFile(
                        "acme.Base",
                        Compiled.of("package acme; public interface Base {}").bytes("acme.Base"))),
            IncompatibleClassChangeError.class),
        arguments("no main class", good.without("acme.Pricing"), ClassNotFoundException.class));
  }

  private static Compiled withUnverifiable(String other) {
    Compiled compiled =
        Compiled.of(
            "package acme; public class Pricing {}", "package acme; " + other.formatted(ONE));
    return compiled.with(new ClassFile("acme.Other", unverifiable(compiled.bytes("acme.Other"))));
  }

  private static Compiled withoutBase(String pricing) {
    return Compiled.of("package acme; " + pricing, "package acme; class Base {}")
        .without("acme.Base");
  }

  private static Bytes prefix(Bytes bytes, int size) {
    return Bytes.of(java.util.Arrays.copyOf(bytes.toByteArray(), size));
  }

  private static Bytes ofLaterRelease(Bytes bytes) {
    byte[] changed = bytes.toByteArray();
    changed[7] = (byte) 0xEE;
    return Bytes.of(changed);
  }

  // iconst_1, ireturn becomes aconst_null, ireturn (JVMS 6.5).
  private static Bytes unverifiable(Bytes bytes) {
    String code = HexFormat.of().formatHex(bytes.toByteArray());
    String changed = code.replaceFirst("0000000204ac", "0000000201ac");
    assertThat(changed).isNotEqualTo(code);
    return Bytes.of(HexFormat.of().parseHex(changed));
  }

  static Stream<Arguments> startsThatAreNotThere() {
    return Stream.of(
        arguments(Form.STATIC_MAIN_WITH_ARGUMENTS, "class Pricing {}", NoSuchMethodError.class),
        arguments(
            Form.STATIC_MAIN_WITH_ARGUMENTS,
            "class Pricing { private static void main(String[] args) {} }",
            NoSuchMethodError.class),
        arguments(
            Form.STATIC_MAIN_WITH_ARGUMENTS,
            "class Pricing { static int main(String[] args) { return 1; } }",
            NoSuchMethodError.class),
        arguments(
            Form.STATIC_MAIN_WITH_ARGUMENTS,
            "class Pricing { void main(String[] args) {} }",
            NoSuchMethodError.class),
        arguments(
            Form.INSTANCE_MAIN, "class Pricing { static void main() {} }", NoSuchMethodError.class),
        arguments(
            Form.INSTANCE_MAIN,
            "class Pricing { Pricing(int i) {} void main() {} }",
            NoSuchMethodError.class),
        arguments(
            Form.INSTANCE_MAIN,
            "abstract class Pricing { void main() {} }",
            InstantiationError.class));
  }

  @ParameterizedTest
  @MethodSource("startsThatAreNotThere")
  void link_withoutTheRecordedStart_isLinkageFailed(
      Form form, String source, Class<? extends Throwable> cause) {
    Artifact artifact = Compiled.of("package acme; " + source).sideEffect("acme.Pricing", form);

    assertThat(loader.link(artifact, Compiled.ORIGIN).getCause())
        .isInstanceOf(LinkageFailed.class)
        .hasCauseInstanceOf(cause);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedClasses")
  void link_refusedClasses_isLinkageFailed(
      String reason, Compiled classes, Class<? extends Throwable> cause) {
    Try<LinkedPlugin> linked = loader.link(classes.sideEffect("acme.Pricing"), Compiled.ORIGIN);

    assertThat(linked.getCause())
        .as(reason)
        .isInstanceOf(LinkageFailed.class)
        .hasCauseInstanceOf(cause);
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        arguments(
            "class Pricing {}", "acme.Pricing is no java.lang.Runnable, the plugin's contract"),
        arguments(
            "class Pricing { public static String provider() { return null; } }",
            "public static java.lang.String acme.Pricing.provider() gives no java.lang.Runnable, the"
                + " plugin's contract"),
        arguments(
            "class Pricing { public static void provider() {} }",
            "public static void acme.Pricing.provider() gives no java.lang.Runnable, the plugin's"
                + " contract"),
        arguments(
            "class Pricing { public static int provider() { return 1; } }",
            "public static int acme.Pricing.provider() gives no java.lang.Runnable, the plugin's"
                + " contract"),
        arguments(
            "abstract class Pricing implements Runnable {}",
            "acme.Pricing, the main class, is abstract"),
        arguments(
            "interface Pricing extends Runnable {}", "acme.Pricing, the main class, is abstract"),
        arguments(
            "class Pricing implements Runnable { Pricing(int i) {} public void run() {} }",
            "acme.Pricing, the main class, has no constructor without parameters"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void link_mainClassThatDoesNotFitTheContract_isLinkageFailedThatSaysSo(
      String source, String message) {
    Artifact artifact =
        Compiled.of("package acme; " + source).giving(Runnable.class, "acme.Pricing");

    Try<LinkedPlugin> linked = loader.link(artifact, Compiled.ORIGIN);

    assertThat(linked.getCause()).isInstanceOf(LinkageFailed.class).cause().hasMessage(message);
  }

  @Test
  void link_contractThatTheHostDoesNotHave_isLinkageFailed() {
    Artifact artifact =
        Compiled.of("package acme; class Pricing {}").giving("com.gone.Rule", "acme.Pricing");

    Try<LinkedPlugin> linked = loader.link(artifact, Compiled.ORIGIN);

    assertThat(linked.getCause())
        .isInstanceOf(LinkageFailed.class)
        .cause()
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("com.gone.Rule");
  }

  @Test
  void link_ofWhateverHasInitializers_runsNoneOfThem() {
    String property = JvmLoaderTest.class.getName() + ".initialized";
    String touch = "System.setProperty(\"%s\", \"yes\")".formatted(property);
    Artifact artifact =
        Compiled.of(
                """
                package acme;
                public class Pricing extends Base implements Rule {
                  static { %s; }
                  public static void main(String[] args) {}
                }
                """
                    .formatted(touch),
                "package acme; class Base { static String it = %s; }".formatted(touch),
                "package acme; interface Rule { String IT = %s; default void rule() {} }"
                    .formatted(touch),
                "package acme; enum Kind { ONE; static { %s; } }".formatted(touch))
            .sideEffect("acme.Pricing");

    LinkedPlugin linked = loader.link(artifact, Compiled.ORIGIN).get();

    assertThat(System.getProperty(property)).isNull();
    assertThat(linked.run(List.of()).isSuccess()).isTrue();
    assertThat(System.clearProperty(property)).isEqualTo("yes");
  }

  @Test
  void link_byManyThreadsAtOnce_linksAll() {
    Artifact artifact =
        Compiled.of("package acme; class Pricing extends Base {}", "package acme; class Base {}")
            .sideEffect("acme.Pricing");

    List<Boolean> linked =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> loader.link(artifact, Compiled.ORIGIN).get().run(List.of()).isSuccess())
            .toList();

    assertThat(linked).hasSize(64).containsOnly(true);
  }
}
