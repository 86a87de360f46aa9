package dev.loadstone.adapter.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.testkit.InMemoryHostView;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No name in a plugin gets in the way of the code that judges whether it fits its contract. */
final class ContractScopeTest {

  private static final InMemoryHostView HOST =
      host(
          SourceFile.of(
              "Check.java", "package audit.api; public interface Check { String check(); }"),
          SourceFile.of(
              "Rule.java",
              "package Record.api; public interface Rule<T> { interface Inner<A> {} }"),
          SourceFile.of("Item.java", "package Module.model; public class Item {}"));

  private static final String CHECK = "audit.api.Check";
  private static final String IMPORTS =
      "import audit.api.Check; import Record.api.Rule; import Module.model.Item; ";
  private static final String MAIN =
      "class Main implements Check { public String check() { return null; } }";

  @ParameterizedTest
  @MethodSource
  void compile_nameOfThePluginsInTheContract_isNotMeantThere(String contract, String source) {
    Compilation compilation =
        Compiling.forContract(contract)
            .host(HOST)
            .warnings(Treatment.ERRORS)
            .compile("Main.java", source)
            .get();

    assertThat(compilation.classFiles())
        .isEqualTo(
            Compiling.sideEffect().host(HOST).compile("Main.java", source).get().classFiles());
  }

  static Stream<Arguments> compile_nameOfThePluginsInTheContract_isNotMeantThere() {
    String failing = " public Main() throws Exception { throw new Exception(); } }";
    return Stream.of(
            arguments(CHECK, MAIN.replace("Main", "audit")),
            arguments(CHECK, MAIN + " class audit {}"),
            arguments(CHECK, MAIN + " enum api2 {} record plugin() {}"),
            arguments(CHECK, MAIN + " class java {}"),
            arguments(CHECK, MAIN + " class Object {} class Throwable {} class Exception {}"),
            arguments(CHECK, MAIN + " @interface SuppressWarnings {} @interface Override {}"),
            arguments(
                CHECK,
                MAIN.replace("{ public", "{ Check audit; Check java() { return null; } public")),
            arguments(CHECK, MAIN.replace("Main", "Throwable")),
            arguments(CHECK, MAIN.replace("Main", "Object")),
            arguments(CHECK, MAIN.replace("Main", "$LoadstoneContract$0")),
            arguments(
                CHECK, MAIN + " class $LoadstoneContract$0 {} class $LoadstoneContract$1$ {}"),
            arguments(CHECK, MAIN + " class LoadstoneContract {} class plugin {} class assign {}"),
            arguments(CHECK, MAIN.replace("Main", "Main<audit, java extends Throwable>")),
            arguments(
                "java.lang.Runnable",
                "class java extends Thread {" + failing.replace("Main", "java")),
            arguments(
                "java.lang.Runnable",
                "class Throwable extends Thread { public Throwable() throws Exception {} }"),
            arguments(
                "java.util.function.Supplier<java.lang.Object>",
                "class Object implements java.util.function.Supplier<java.lang.Object> { public java.lang.Object get() { return null; } }"),
            arguments(
                "Record.api.Rule<Module.model.Item>",
                "class Main implements Rule<Item> {} class Record {} class Module {}"),
            arguments(
                "Record.api.Rule.Inner<? super Module.model.Item[]>",
                "class Main implements Rule.Inner<Item[]> {} class Record {} class Rule2 {}"),
            arguments(
                "java.util.function.Supplier<Record.api.Rule<?>>",
                "class Main implements java.util.function.Supplier<Rule<?>> { public Rule<?> get() { return null; } }"))
        .flatMap(
            each -> {
              String source = IMPORTS + each.get()[1];
              return Stream.of(
                  arguments(each.get()[0], source),
                  arguments(each.get()[0], "package p; " + source),
                  arguments(each.get()[0], "package audit; " + source));
            });
  }

  private static InMemoryHostView host(SourceFile... files) {
    return InMemoryHostView.of(Compiling.sideEffect().compile(files).get().classFiles());
  }
}
