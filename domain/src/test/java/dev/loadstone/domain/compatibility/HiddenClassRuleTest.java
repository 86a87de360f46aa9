package dev.loadstone.domain.compatibility;

import static dev.loadstone.domain.compatibility.TestClass.interfaceType;
import static dev.loadstone.domain.compatibility.TestClass.type;
import static dev.loadstone.domain.compatibility.TestUses.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.InlinedConstant;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HiddenClassRuleTest {

  private static final String RULE = "com.acme.Rule";
  private static final String THING = "com.acme.internal.Thing";

  private static TestClass plugin() {
    return type("plugin.Pricing");
  }

  private static Hosts hiding(TestClass... classes) {
    return Hosts.then(classes).hiding(THING);
  }

  @Test
  void differences_ofHiddenClass_areThoseOfClassesThatLookForIt() {
    Hosts host = hiding(type(THING));

    assertThat(
            host.differences(
                uses().resolving(THING).by(plugin()),
                uses().declaring(THING).by(type("plugin.Other")),
                uses().naming(THING).by(type("plugin.Calling"))))
        .containsExactly(
            new Difference(
                Difference.Kind.HOST_CLASS,
                THING,
                "class",
                "none",
                "is hidden; used by Other and Pricing"));
  }

  @Test
  void differences_ofHiddenClassThatCannotBeRead_sayThatItIsHidden() {
    Hosts host = hiding(type(THING)).now().hiding(THING).unreadable(THING, "is cut off");

    assertThat(host.texts(uses().naming(THING).by(plugin())))
        .containsExactly(THING + ": is hidden; used by Pricing");
  }

  @Test
  void differences_ofHiddenClassThatVerifyingMayCompare_areReported() {
    PluginClass naming = uses().naming(THING, RULE).by(plugin());
    List<String> reported = List.of(THING + ": is hidden; used by Pricing");

    assertThat(hiding(type(THING), type(RULE)).texts(naming)).isEmpty();
    assertThat(hiding(type(THING).extending(RULE), type(RULE)).texts(naming)).isEqualTo(reported);
    assertThat(hiding(type(THING), type(RULE).extending(THING)).texts(naming)).isEqualTo(reported);
    assertThat(hiding(type(THING).implementing(RULE), interfaceType(RULE)).texts(naming)).isEmpty();
    assertThat(hiding(interfaceType(THING), type(RULE).implementing(THING)).texts(naming))
        .isEqualTo(reported);
    assertThat(
            hiding(type(THING).extending("java.lang.Throwable"))
                .texts(uses().naming(THING).by(plugin())))
        .isEqualTo(reported);
    assertThat(
            hiding(type(THING), type(RULE).extending(THING))
                .texts(uses().naming(THING).by(plugin().extending(RULE))))
        .isEqualTo(reported);
  }

  @Test
  void differences_ofMembersOfHiddenSupertypes_areAsTheHostSeesThem() {
    PluginClass plugin = uses().call(MethodReference.Use.VIRTUAL, RULE, "price()I").by(plugin());
    TestClass rule = type(RULE).extending(THING);
    Hosts host = hiding(type(RULE).method("price()I"));

    assertThat(host.now(rule, type(THING).method("price()I")).hiding(THING).texts(plugin))
        .isEmpty();
    assertThat(host.now(rule, type(THING)).hiding(THING).texts(plugin))
        .containsExactly(RULE + ": method price() is gone; used by Pricing");
    assertThat(
            host.now(rule, type(THING).method("price()I", Modifier.PUBLIC, Modifier.STATIC))
                .hiding(THING)
                .texts(plugin))
        .containsExactly(THING + ": method price() is static now; used by Pricing");
  }

  @Test
  void differences_ofUnimplementedMethodsOfHiddenInterfaces_areReported() {
    Hosts host =
        hiding(interfaceType(RULE))
            .now(
                interfaceType(RULE).implementing(THING),
                interfaceType(THING).method("extra()I", Modifier.PUBLIC, Modifier.ABSTRACT))
            .hiding(THING);

    assertThat(host.texts(uses().resolving(RULE).by(plugin().implementing(RULE))))
        .containsExactly(THING + ": method extra() is abstract and not implemented by Pricing");
  }

  @Test
  void differences_ofConstantsOfHiddenClasses_areThoseThatDiffer() {
    List<InlinedConstant> constants = List.of(new InlinedConstant(THING, "K", Literal.of(5)));

    assertThat(
            hiding(type(THING).constant("K", "I", 5))
                .differences(constants, Option.none(), uses().by(plugin())))
        .isEmpty();
    assertThat(
            hiding(type(THING).constant("K", "I", 6))
                .differences(constants, Option.none(), uses().by(plugin())))
        .extracting(Difference::toString)
        .containsExactly(THING + ": constant K was 5, is 6 now");
  }
}
