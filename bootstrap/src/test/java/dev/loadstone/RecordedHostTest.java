package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.context.HostDependencies;
import dev.loadstone.domain.context.InheritedMember;
import dev.loadstone.domain.context.InlinedConstant;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin's provenance says of the host. */
@Timeout(120)
final class RecordedHostTest {

  private static final String[] HOST = {
    "public class Top { protected int limit; public void rise() {} }",
    "public class Middle extends Top implements Shared { }",
    "public class Low extends Middle { }",
    "public interface Shared { }",
    "public interface Rule extends Named { int MAX = 3; int apply(Low it) throws Refused; }",
    "public interface Named { default String name() { return Words.NONE; } }",
    "public interface Words { String NONE = \"none\"; }",
    "public class Refused extends Exception { }",
    "public class Unused extends Top { }",
  };

  @TempDir Path folder;

  @Test
  void provenance_ofAPlugin_namesWhatItDependsOn() {
    HostDependencies recorded =
        recorded(
            """
            package com.plugin;
            import host.*;
            public class Main extends Low {
              int twice(Low it) { rise(); it.rise(); return limit * Rule.MAX; }
              static final Rule RULE = it -> Words.NONE.length();
              static { int run = 1; }
            }
            """);

    assertThat(recorded.classes())
        .containsOnlyKeys(
            "host.Low",
            "host.Middle",
            "host.Named",
            "host.Refused",
            "host.Rule",
            "host.Shared",
            "host.Top",
            "host.Words");
    assertThat(recorded.constants())
        .containsExactly(
            new InlinedConstant("host.Rule", "MAX", Literal.of(3)),
            new InlinedConstant("host.Words", "NONE", Literal.of("none")));
    assertThat(recorded.absentClasses()).containsExactly("com.plugin");
    assertThat(recorded.inheritedMembers())
        .containsExactly(
            new InheritedMember("host.Low", "limit", "I"),
            new InheritedMember("host.Low", "rise", "()V"),
            new InheritedMember("host.Middle", "limit", "I"),
            new InheritedMember("host.Middle", "rise", "()V"));
  }

  @Test
  void provenance_ofAPluginOfTheJdkAlone_namesNothing() {
    assertThat(
            recorded(
                "import java.util.*; public class Main { public static void main(String[] names) {} }"))
        .isEqualTo(HostDependencies.NONE);
  }

  private HostDependencies recorded(String source) {
    try (Loadstone loadstone =
        Loadstone.builder()
            .hostClassLoader(ClassLoader.getPlatformClassLoader())
            .classPath(List.of(HostJar.of(folder.resolve("host.jar"), HOST)))
            .build()) {
      return loadstone
          .sideEffects()
          .loadWithoutRunning(Sources.of("Main.java", source))
          .get()
          .provenance()
          .dependencies();
    }
  }
}
