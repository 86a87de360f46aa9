package dev.loadstone.domain.compatibility;

import static dev.loadstone.domain.compatibility.TestClass.interfaceType;
import static dev.loadstone.domain.compatibility.TestClass.type;
import static dev.loadstone.domain.compatibility.TestUses.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.InlinedConstant;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BinaryCompatibilityTest {

  private static final String RULE = "com.acme.Rule";

  private static TestClass plugin() {
    return type("plugin.Pricing");
  }

  private static TestClass rule() {
    return type(RULE);
  }

  @Test
  void differences_ofSameHost_areNone() {
    Hosts host =
        Hosts.then(
            rule().field("limit", "I").method("<init>()V").method("price(I)J"),
            interfaceType("com.acme.Priced").method("cost()I", Modifier.PUBLIC, Modifier.ABSTRACT));

    assertThat(
            host.differences(
                uses()
                    .making(RULE)
                    .field(FieldReference.Use.GET_FIELD, RULE, "limit", "I")
                    .call(MethodReference.Use.SPECIAL, RULE, "<init>()V")
                    .call(MethodReference.Use.VIRTUAL, RULE, "price(I)J")
                    .call(MethodReference.Use.VIRTUAL, RULE, "toString()Ljava/lang/String;")
                    .call(MethodReference.Use.INTERFACE, "com.acme.Priced", "cost()I")
                    .call(
                        MethodReference.Use.INTERFACE,
                        "com.acme.Priced",
                        "toString()Ljava/lang/String;")
                    .lambda("cost()I", "com.acme.Priced")
                    .by(plugin())))
        .isEmpty();
  }

  @Test
  void differences_ofMissingMethod_sayWhatItWasBuiltWithAndWhatIsThere() {
    Hosts host =
        Hosts.then(rule().method("price(Lcom/acme/Order;I)I"))
            .now(rule().method("price(Lcom/acme/Order;J)I"));

    List<Difference> found =
        host.differences(
            uses()
                .call(MethodReference.Use.VIRTUAL, RULE, "price(Lcom/acme/Order;I)I")
                .by(plugin()));

    assertThat(found)
        .containsExactly(
            new Difference(
                Difference.Kind.HOST_MEMBER,
                RULE,
                "method price(Order, int)",
                "price(Order, long)",
                "method price(Order, int) is gone; there is price(Order, long); used by Pricing"));
  }

  @Test
  void differences_thatManyClassesMeet_areOne() {
    Hosts host = Hosts.then(rule().field("limit", "I")).now(rule());
    TestUses uses = uses().field(FieldReference.Use.GET_FIELD, RULE, "limit", "I");

    assertThat(host.texts(uses.by(type("p.B")), uses.by(type("p.A"))))
        .containsExactly(RULE + ": field limit is gone; used by A and B");
    assertThat(
            host.texts(
                uses.by(type("p.B")),
                uses.by(type("q.B")),
                uses.by(type("p.C")),
                uses.by(type("p.D")),
                uses.by(type("p.A"))))
        .containsExactly(RULE + ": field limit is gone; used by A, p.B, C and 2 more");
  }

  @Test
  void differences_ofManyClasses_areSortedByClassThenKind() {
    Hosts host =
        Hosts.then(
                rule().field("limit", "I").method("price()I"),
                type("com.acme.Order"),
                type("com.acme.Alone"))
            .now(rule().being(Modifier.PUBLIC, Modifier.ABSTRACT), type("com.acme.Alone"));

    assertThat(
            host.texts(
                uses()
                    .making(RULE)
                    .resolving("com.acme.Order", "com.acme.Alone")
                    .call(MethodReference.Use.VIRTUAL, RULE, "price()I")
                    .field(FieldReference.Use.GET_FIELD, RULE, "limit", "I")
                    .by(plugin())))
        .containsExactly(
            "com.acme.Order: class is gone; used by Pricing",
            RULE + ": class is abstract now; used by Pricing",
            RULE + ": field limit is gone; used by Pricing",
            RULE + ": method price() is gone; used by Pricing");
  }

  @Test
  void differences_ofJdkClasses_areOfTheirOwnKinds() {
    Hosts host = Hosts.then();

    List<Difference> found =
        host.differences(
            uses()
                .resolving("java.applet.Applet")
                .call(MethodReference.Use.VIRTUAL, "java.lang.String", "reversed()I")
                .by(plugin()));

    assertThat(found)
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.JDK_CLASS, Difference.Kind.JDK_MEMBER);
    assertThat(found)
        .extracting(Difference::toString)
        .containsExactly(
            "java.applet.Applet: class is gone; used by Pricing",
            "java.lang.String: method reversed() is gone; used by Pricing");
  }

  @Test
  void differences_ofClassThatCannotBeRead_sayWhy() {
    Hosts host = Hosts.then(rule()).now().unreadable(RULE, "is malformed");

    assertThat(host.differences(uses().resolving(RULE).by(plugin())))
        .containsExactly(
            new Difference(
                Difference.Kind.HOST_CLASS,
                RULE,
                "class",
                "none",
                "its class file is malformed; used by Pricing"));
  }

  @Test
  void differences_ofClassThatOnlyDescriptorsName_dependOnWhetherItWasThere() {
    PluginClass plugin = uses().naming("com.acme.Missing").by(plugin());

    assertThat(Hosts.then().texts(plugin)).isEmpty();
    assertThat(Hosts.then(type("com.acme.Missing")).now().texts(plugin))
        .containsExactly("com.acme.Missing: class is gone; used by Pricing");
    assertThat(
            Hosts.then(type("com.acme.Missing"))
                .now(type("com.acme.Missing").being())
                .texts(plugin))
        .isEmpty();
  }

  @Test
  void differences_ofClassWhoseSuperclassIsGone_nameTheSuperclass() {
    PluginClass plugin = uses().resolving(RULE).by(plugin());
    TestClass extending = rule().extending("com.acme.Base");

    assertThat(Hosts.then(extending, type("com.acme.Base")).now(extending).texts(plugin))
        .containsExactly("com.acme.Base: class is gone; used by Pricing");
  }

  @Test
  void differences_ofMissingSupertypes_areThoseThatWereNotMissingBefore() {
    PluginClass plugin = uses().resolving(RULE).by(plugin());
    TestClass extending = rule().extending("com.acme.Base").implementing("com.acme.Priced");

    List<Difference> found = Hosts.then(rule()).now(extending).differences(plugin);

    assertThat(found).extracting(Difference::kind).containsOnly(Difference.Kind.HOST_CLASS);
    assertThat(found)
        .extracting(Difference::toString)
        .containsExactly(
            "com.acme.Base: class is gone; used by Pricing",
            "com.acme.Priced: class is gone; used by Pricing");
    assertThat(
            Hosts.then(rule().extending("com.acme.Base"))
                .now(extending)
                .unreadable("com.acme.Priced", "is cut off")
                .texts(plugin))
        .containsExactly("com.acme.Priced: its class file is cut off; used by Pricing");
  }

  @Test
  void differences_ofTypesThatOwnMembersName_areThoseThatAreNotThere() {
    PluginClass plugin =
        uses().declaring("com.acme.Gone", RULE, "plugin.Pricing", "java.lang.String").by(plugin());

    assertThat(Hosts.then(rule()).texts(plugin))
        .containsExactly("com.acme.Gone: class is gone; used by Pricing");
    assertThat(Hosts.then(type("com.acme.Gone"), rule()).texts(plugin)).isEmpty();
    assertThat(
            Hosts.then(type("com.acme.Gone"))
                .now(type("com.acme.Gone"), rule().extending("com.acme.Lost"))
                .texts(plugin))
        .containsExactly("com.acme.Lost: class is gone; used by Pricing");
  }

  @Test
  void differences_ofMembersThatUnknownSupertypesMayDeclare_areNone() {
    TestClass extending = rule().extending("com.acme.internal.Base");
    PluginClass plugin =
        uses()
            .call(MethodReference.Use.VIRTUAL, RULE, "price()I")
            .field(FieldReference.Use.GET_FIELD, RULE, "limit", "I")
            .call(MethodReference.Use.VIRTUAL, "java.util.Hidden", "size()I")
            .by(plugin());

    assertThat(Hosts.then(extending).texts(plugin)).isEmpty();
  }

  @Test
  void differences_ofSignaturePolymorphicCalls_areNone() {
    PluginClass plugin =
        uses()
            .call(
                MethodReference.Use.VIRTUAL,
                "java.lang.invoke.MethodHandle",
                "invokeExact(ILjava/lang/String;)V")
            .by(plugin());

    assertThat(Hosts.then().texts(plugin)).isEmpty();
    assertThat(
            Hosts.then()
                .texts(
                    uses()
                        .call(
                            MethodReference.Use.VIRTUAL,
                            "java.lang.invoke.MethodHandle",
                            "invokeNever(I)V")
                        .by(plugin())))
        .containsExactly(
            "java.lang.invoke.MethodHandle: method invokeNever(int) is gone; used by Pricing");
  }

  @Test
  void differences_ofOwnPrivateMembers_areNone() {
    TestClass own = plugin().extending(RULE).hiding("x:I", "lambda$0()V");
    PluginClass plugin =
        uses()
            .field(FieldReference.Use.PUT_FIELD, own.name(), "x", "I")
            .call(MethodReference.Use.STATIC, own.name(), "lambda$0()V")
            .by(own);

    assertThat(Hosts.then(rule()).texts(plugin)).isEmpty();
  }

  @Test
  void differences_ofInheritedMembersThatAreGone_nameTheClassThatHadThem() {
    TestClass own = plugin().extending("com.acme.Child");
    TestClass child = type("com.acme.Child").extending(RULE);
    PluginClass plugin =
        uses()
            .field(FieldReference.Use.GET_FIELD, own.name(), "limit", "I")
            .call(MethodReference.Use.VIRTUAL, own.name(), "price()I")
            .by(own);

    assertThat(
            Hosts.then(child, rule().field("limit", "I").method("price()I"))
                .now(child, rule())
                .texts(plugin))
        .containsExactly(
            RULE + ": field limit is gone; used by Pricing",
            RULE + ": method price() is gone; used by Pricing");
  }

  @Test
  void differences_ofMembersThatAreInheritedNoMore_nameTheHeir() {
    TestClass child = type("com.acme.Child");
    TestClass rule = rule().field("limit", "I").method("price()I");
    PluginClass plugin =
        uses()
            .field(FieldReference.Use.GET_FIELD, "com.acme.Child", "limit", "I")
            .call(MethodReference.Use.VIRTUAL, "com.acme.Child", "price()I")
            .by(plugin());

    assertThat(
            Hosts.then(type("com.acme.Child").extending(RULE), rule).now(child, rule).texts(plugin))
        .containsExactly(
            "com.acme.Child: field limit is no longer inherited; used by Pricing",
            "com.acme.Child: method price() is no longer inherited; used by Pricing");
  }

  @Test
  void differences_ofPrivateMembersThatHideInheritedOnes_areReported() {
    TestClass base = type("com.acme.Base").field("limit", "I").method("price()I");
    PluginClass plugin =
        uses()
            .field(FieldReference.Use.GET_FIELD, RULE, "limit", "I")
            .call(MethodReference.Use.VIRTUAL, RULE, "price()I")
            .by(plugin());

    assertThat(
            Hosts.then(base, rule().extending("com.acme.Base"))
                .now(base, rule().extending("com.acme.Base").hiding("limit:I", "price()I"))
                .texts(plugin))
        .containsExactly(
            RULE + ": field limit is private now; used by Pricing",
            RULE + ": method price() is private now; used by Pricing");
  }

  @Test
  void differences_ofMappedEnumConstants_areThoseThatAreGone() {
    TestUses uses =
        uses().field(FieldReference.Use.GET_STATIC, "com.acme.Kind", "GONE", "Lcom/acme/Kind;");
    Hosts host =
        Hosts.then(
                type("com.acme.Kind")
                    .field("GONE", "Lcom/acme/Kind;", Modifier.PUBLIC, Modifier.STATIC))
            .now(type("com.acme.Kind"));

    assertThat(host.texts(uses.by(type("plugin.Pricing$1").being(Modifier.SYNTHETIC))))
        .containsExactly("com.acme.Kind: field GONE is gone; used by Pricing$1");
    assertThat(host.texts(uses.by(plugin())))
        .containsExactly("com.acme.Kind: field GONE is gone; used by Pricing");
    assertThat(
            Hosts.then()
                .now(type("com.acme.Kind").hiding("GONE:Lcom/acme/Kind;"))
                .texts(uses.by(type("plugin.Pricing$1").being(Modifier.SYNTHETIC))))
        .containsExactly("com.acme.Kind: field GONE is private now; used by Pricing$1");
  }

  @Test
  void differences_ofProtectedMembers_dependOnWhoUsesThemOnWhat() {
    TestClass open = rule().field("limit", "I").method("price()I").method("<init>()V");
    TestClass closed =
        rule()
            .field("limit", "I", Modifier.PROTECTED)
            .method("price()I", Modifier.PROTECTED)
            .method("<init>()V", Modifier.PROTECTED);
    TestClass own = plugin().extending(RULE);
    PluginClass onItself =
        uses()
            .field(FieldReference.Use.GET_FIELD, own.name(), "limit", "I")
            .call(MethodReference.Use.VIRTUAL, own.name(), "price()I")
            .call(MethodReference.Use.SPECIAL, RULE, "price()I")
            .call(MethodReference.Use.SPECIAL, RULE, "<init>()V")
            .by(own);
    PluginClass onAnother =
        uses()
            .making(RULE)
            .field(FieldReference.Use.GET_FIELD, RULE, "limit", "I")
            .call(MethodReference.Use.VIRTUAL, RULE, "price()I")
            .call(MethodReference.Use.SPECIAL, RULE, "<init>()V")
            .by(own);

    assertThat(Hosts.then(open).now(closed).texts(onItself)).isEmpty();
    assertThat(Hosts.then(closed).texts(onAnother)).isEmpty();
    assertThat(Hosts.then(open).now(closed).texts(onAnother))
        .containsExactly(
            RULE + ": constructor Rule() is protected now; used by Pricing",
            RULE + ": field limit is protected now; used by Pricing",
            RULE + ": method price() is protected now; used by Pricing");
  }

  @Test
  void differences_ofLostSupertypes_nameTheTypeThatLostThem() {
    TestClass base = type("com.acme.Base");
    TestClass child = type("com.acme.Child").extending(RULE);
    PluginClass plugin = uses().resolving("com.acme.Child").naming("com.acme.Base").by(plugin());

    assertThat(
            Hosts.then(base, child, rule().extending("com.acme.Base"))
                .now(base, child, rule())
                .texts(plugin))
        .containsExactly(RULE + ": no longer extends com.acme.Base; used by Pricing");
  }

  @Test
  void differences_ofLostContract_areReportedThoughThePluginDoesNotNameIt() {
    TestClass contract = interfaceType("com.acme.Contract");
    PluginClass plugin = uses().resolving(RULE).by(plugin().extending(RULE));
    Hosts hosts =
        Hosts.then(contract, rule().implementing("com.acme.Contract")).now(contract, rule());

    assertThat(hosts.texts(plugin)).isEmpty();
    assertThat(hosts.differences(List.of(), Option.some("com.acme.Contract"), plugin))
        .extracting(Difference::toString)
        .containsExactly(RULE + ": no longer implements com.acme.Contract; used by Pricing");
  }

  @Test
  void differences_ofFinalMethods_areThoseThatAreOverridden() {
    TestClass own = plugin().extending(RULE).method("price()I").method("m()I").method("n()I");
    Hosts host =
        Hosts.then(rule())
            .now(
                rule()
                    .method("price()I", Modifier.PROTECTED, Modifier.FINAL)
                    .method("m()I", Modifier.FINAL)
                    .method("n()I", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL));

    assertThat(host.texts(uses().resolving(RULE).by(own)))
        .containsExactly(RULE + ": method price() is final now; overridden by Pricing");
  }

  @Test
  void differences_ofUnimplementedMethods_areThoseOfClassesWithObjects() {
    Hosts host =
        Hosts.then(interfaceType(RULE))
            .now(interfaceType(RULE).method("price()I", Modifier.PUBLIC, Modifier.ABSTRACT));
    TestUses uses = uses().resolving(RULE);

    assertThat(host.texts(uses.by(plugin().implementing(RULE))))
        .containsExactly(RULE + ": method price() is abstract and not implemented by Pricing");
    assertThat(host.texts(uses.by(plugin().implementing(RULE).method("price()I")))).isEmpty();
    assertThat(
            host.texts(
                uses.by(plugin().being(Modifier.PUBLIC, Modifier.ABSTRACT).implementing(RULE))))
        .isEmpty();
    assertThat(host.texts(uses().lambda("other()V", RULE).by(plugin())))
        .containsExactly(
            RULE
                + ": method price() is abstract and not implemented by a lambda expression of"
                + " Pricing");
  }

  @Test
  void differences_ofMethodsThatWereNeverImplemented_areNone() {
    TestClass rule = interfaceType(RULE).method("price()I", Modifier.PUBLIC, Modifier.ABSTRACT);

    assertThat(Hosts.then(rule).texts(uses().resolving(RULE).by(plugin().implementing(RULE))))
        .isEmpty();
  }

  @Test
  void differences_ofSupertypesThatMayNotBeExtended_areReported() {
    PluginClass plugin =
        uses()
            .resolving(RULE, "com.acme.Priced", "com.acme.Named")
            .lambda("name()V", "com.acme.Named")
            .by(plugin().extending(RULE).implementing("com.acme.Priced"));

    assertThat(
            Hosts.then(rule(), interfaceType("com.acme.Priced"), interfaceType("com.acme.Named"))
                .now(
                    rule().permitting("com.acme.Own"),
                    type("com.acme.Priced"),
                    interfaceType("com.acme.Named").permitting("com.acme.Own"))
                .texts(plugin))
        .containsExactly(
            "com.acme.Named: interface is sealed now; implemented by a lambda expression of"
                + " Pricing",
            "com.acme.Priced: interface is a class now; implemented by Pricing",
            RULE + ": class is sealed now; extended by Pricing");
  }

  @Test
  void differences_ofConstants_areThoseThatDifferOrCannotBeKnown() {
    List<InlinedConstant> constants =
        List.of(
            new InlinedConstant(RULE, "SAME", Literal.of(1)),
            new InlinedConstant(RULE, "OTHER", Literal.of("old")),
            new InlinedConstant(RULE, "COMPUTED", Literal.of(1.5)),
            new InlinedConstant(RULE, "GONE", Literal.of('c')),
            new InlinedConstant(RULE, "MOVED", Literal.of(5)),
            new InlinedConstant("com.acme.Gone", "LIMIT", Literal.of(5L)));
    Hosts hosts =
        Hosts.then(interfaceType("com.acme.Gone"))
            .now(
                rule()
                    .implementing("com.acme.Limits")
                    .constant("SAME", "I", 1)
                    .constant("OTHER", "Ljava/lang/String;", "new")
                    .field("COMPUTED", "D"),
                interfaceType("com.acme.Limits").constant("MOVED", "I", 5));

    List<Difference> found = hosts.differences(constants, Option.none(), uses().by(plugin()));

    assertThat(found)
        .extracting(Difference::toString)
        .containsExactly(
            "com.acme.Gone: constant LIMIT was 5L, is gone with its interface",
            RULE + ": constant COMPUTED was 1.5, is no longer a constant",
            RULE + ": constant GONE was 'c', is gone",
            RULE + ": constant OTHER was \"old\", is \"new\" now");
    assertThat(found).extracting(Difference::kind).containsOnly(Difference.Kind.INLINED_CONSTANT);
    assertThat(found.get(3).builtWith()).isEqualTo("\"old\"");
    assertThat(found.get(3).foundNow()).isEqualTo("\"new\"");
  }

  @Test
  void differences_ofHostThatIsItsOwnSupertype_comeToAnEnd() {
    Hosts host =
        Hosts.then(rule())
            .now(
                rule().extending("com.acme.Loop"),
                type("com.acme.Loop").extending(RULE).implementing("com.acme.Self"),
                interfaceType("com.acme.Self").implementing("com.acme.Self"));

    assertThat(
            host.texts(
                uses()
                    .field(FieldReference.Use.GET_FIELD, RULE, "limit", "I")
                    .call(MethodReference.Use.VIRTUAL, RULE, "price()I")
                    .by(plugin())))
        .hasSize(2);
  }
}
