package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassReferences;
import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.LambdaReference;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.classfile.ClassFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReferencesTest {

  private static final String HOST =
      """
      package host;
      public class Host {
        public static int COUNT;
        public int size;
        public static final int INLINED = 5;
        public Host() {}
        public Host(String name) {}
        public int m(Only.Parameter p) { return 0; }
        public static Only.Result s() { return null; }
        public interface Marker {}
        public interface Fun<T> { T apply(T t); }
        public interface Strings { String apply(String t); }
        public interface Both extends Fun<String>, Strings {}
        public interface Defaulting { default void d() {} static void st() {} }
        public static class Failure extends Exception {}
        public static class Only { public static class Parameter {} public static class Result {} }
        public static class Local {}
        public static class Cast {}
        public static class Element {}
        public static class Caught extends RuntimeException {}
        public static class Literal {}
        public static class Argument {}
        public static class FieldType {}
        public @interface Mark { Class<?> value() default Object.class; }
        public static class Marked {}
        public @interface Expression {}
        @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
        public @interface OnType {}
      }
      """;

  private static ClassReferences references(String body) {
    String source =
        "package plugin; import host.Host; import host.Host.*; import java.util.*;\n"
            + "import java.util.function.*; import java.io.Serializable;\n"
            + body;
    Map<String, ClassFile> classes = InMemoryJavac.compile(List.of(HOST, source));
    return new AsmClassFileReader().references(classes.get("plugin.P")).get();
  }

  @Test
  void references_ofFieldInstructions_haveTheirUses() {
    ClassReferences references =
        references(
            "class P { void m(Host h) { Host.COUNT = Host.COUNT + Host.INLINED; h.size = h.size; } }");

    assertThat(references.fields())
        .containsExactly(
            new FieldReference("host.Host", "COUNT", "I", FieldReference.Use.GET_STATIC),
            new FieldReference("host.Host", "COUNT", "I", FieldReference.Use.PUT_STATIC),
            new FieldReference("host.Host", "size", "I", FieldReference.Use.GET_FIELD),
            new FieldReference("host.Host", "size", "I", FieldReference.Use.PUT_FIELD));
  }

  @Test
  void references_ofCalls_haveTheirUses() {
    ClassReferences references =
        references(
            """
            class P extends Host implements Defaulting {
              P() { super("name"); }
              void m(Host h, Marker[] ms, Fun<String> f, Strings t) {
                h.m(null); Host.s(); new Host(); f.apply(""); Defaulting.st(); ms.clone();
              }
              public void d() { Defaulting.super.d(); }
            }
            """);

    assertThat(references.methods())
        .containsExactly(
            call("host.Host", "<init>", "()V", MethodReference.Use.SPECIAL),
            call("host.Host", "<init>", "(Ljava/lang/String;)V", MethodReference.Use.SPECIAL),
            call("host.Host", "m", "(Lhost/Host$Only$Parameter;)I", MethodReference.Use.VIRTUAL),
            call("host.Host", "s", "()Lhost/Host$Only$Result;", MethodReference.Use.STATIC),
            interfaceCall("host.Host$Defaulting", "d", "()V", MethodReference.Use.SPECIAL),
            interfaceCall("host.Host$Defaulting", "st", "()V", MethodReference.Use.STATIC),
            interfaceCall(
                "host.Host$Fun",
                "apply",
                "(Ljava/lang/Object;)Ljava/lang/Object;",
                MethodReference.Use.INTERFACE));
    assertThat(references.instantiated()).containsExactly("host.Host");
    assertThat(references.classes())
        .contains("host.Host$Only$Parameter", "host.Host$Only$Result", "host.Host$Marker");
  }

  private static MethodReference call(
      String owner, String name, String descriptor, MethodReference.Use use) {
    return new MethodReference(owner, false, name, descriptor, use);
  }

  private static MethodReference interfaceCall(
      String owner, String name, String descriptor, MethodReference.Use use) {
    return new MethodReference(owner, true, name, descriptor, use);
  }

  @Test
  void references_ofMethodReferences_areThoseOfTheirHandles() {
    ClassReferences references =
        references(
            """
            class P {
              Supplier<Host> s = Host::new;
              Supplier<Object> t = Host::s;
              Function<Only.Parameter, Integer> f = s.get()::m;
            }
            """);

    assertThat(references.methods())
        .contains(
            call("host.Host", "<init>", "()V", MethodReference.Use.NEW),
            call("host.Host", "s", "()Lhost/Host$Only$Result;", MethodReference.Use.STATIC),
            call("host.Host", "m", "(Lhost/Host$Only$Parameter;)I", MethodReference.Use.VIRTUAL));
    assertThat(references.instantiated()).contains("host.Host");
  }

  @Test
  void references_ofLambdas_nameTheInterfacesAndMethodsThatTheyImplement() {
    ClassReferences references =
        references(
            """
            class P {
              Fun<String> a = t -> t;
              Strings b = t -> t;
              Fun<String> c = (Fun<String> & Marker) t -> t;
              Fun<String> d = (Fun<String> & Serializable) t -> t;
            }
            """);
    String erased = "(Ljava/lang/Object;)Ljava/lang/Object;";

    assertThat(references.lambdas())
        .containsExactlyInAnyOrder(
            new LambdaReference(List.of("host.Host$Fun"), "apply", List.of(erased)),
            new LambdaReference(
                List.of("host.Host$Strings"),
                "apply",
                List.of("(Ljava/lang/String;)Ljava/lang/String;")),
            new LambdaReference(
                List.of("host.Host$Fun", "host.Host$Marker"), "apply", List.of(erased)));
  }

  @Test
  void references_ofLambdaWithBridges_haveEachDescriptor() {
    ClassReferences references = references("class P { Both b = t -> t; }");

    assertThat(references.lambdas())
        .singleElement()
        .satisfies(
            lambda -> {
              assertThat(lambda.interfaces()).containsExactly("host.Host$Both");
              assertThat(lambda.descriptors())
                  .containsExactlyInAnyOrder(
                      "(Ljava/lang/String;)Ljava/lang/String;",
                      "(Ljava/lang/Object;)Ljava/lang/Object;");
            });
  }

  @Test
  void classes_ofInstructions_areThoseThatLinkingLooksFor() {
    ClassReferences references =
        references(
            """
            class P {
              Object m(Object o) throws Failure {
                Local l = null;
                if (o instanceof Element) { o = new Element[0]; l = (Local) o; }
                try { o = (Cast[][]) o; } catch (Caught e) { o = Literal[].class; }
                Consumer<Argument> c = a -> {};
                return l == null ? o : l;
              }
            }
            """);

    assertThat(references.classes())
        .contains(
            "host.Host$Argument",
            "host.Host$Cast",
            "host.Host$Caught",
            "host.Host$Element",
            "host.Host$Literal",
            "host.Host$Local",
            "java.lang.Object")
        .doesNotContain("host.Host$Failure");
    assertThat(references.mentioned()).contains("host.Host$Failure", "host.Host");
  }

  @Test
  void mentioned_ofDeclarations_areThoseThatOnlyReflectionLooksFor() {
    ClassReferences references =
        references(
            """
            @Mark(Marked.class) class P {
              FieldType f;
              @Expression List<? extends Map<Local, Map.Entry<Cast, ?>>> g;
              void m(@Mark int x) { @OnType Object y = (@OnType Object) null; }
              <T extends Element> void n(T t) {}
              record R(Argument a) {}
            }
            """);

    assertThat(references.mentioned())
        .contains(
            "host.Host$Cast",
            "host.Host$Element",
            "host.Host$Expression",
            "host.Host$FieldType",
            "host.Host$Local",
            "host.Host$Mark",
            "host.Host$Marked",
            "java.util.List",
            "java.util.Map$Entry",
            "plugin.P$R");
    assertThat(references.classes())
        .contains("host.Host$Element")
        .doesNotContain("host.Host$Mark", "host.Host$Marked", "host.Host$Local");
  }

  @Test
  void references_ofRecord_areThoseOfItsBootstrapArguments() {
    ClassReferences references = references("record P(int x, Local l) {}");

    assertThat(references.fields())
        .contains(new FieldReference("plugin.P", "x", "I", FieldReference.Use.GET_FIELD));
    assertThat(references.classes()).contains("host.Host$Local", "java.lang.runtime.ObjectMethods");
    assertThat(references.mentioned()).contains("host.Host$Local");
  }

  @Test
  void resolved_ofCode_areTheClassesThatMustBeAccessible() {
    ClassReferences references =
        references(
            """
            class P extends Host implements Marker {
              Object m(Object o, Argument a) {
                if (o instanceof Element) { o = new Element[0]; }
                try { o = (Cast) o; } catch (Caught e) { o = Literal[].class; }
                Consumer<Local> c = l -> {};
                Supplier<Object> s = Host::s;
                super.m(null);
                return a == null ? o : a;
              }
            }
            """);

    assertThat(references.resolved())
        .contains(
            "host.Host",
            "host.Host$Cast",
            "host.Host$Caught",
            "host.Host$Element",
            "host.Host$Literal",
            "host.Host$Local",
            "host.Host$Marker",
            "host.Host$Only$Result")
        .doesNotContain("host.Host$Argument", "host.Host$Only$Parameter");
    assertThat(references.classes())
        .containsAll(references.resolved())
        .contains("host.Host$Argument", "host.Host$Only$Parameter");
  }
}
