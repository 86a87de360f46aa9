package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.InlinedConstant;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A host as it was and as it is, on a JDK of few classes. */
final class Hosts {

  private static final Map<String, TestClass> JDK =
      byName(
          TestClass.type("java.lang.Object")
              .root()
              .method("<init>()V")
              .method("toString()Ljava/lang/String;")
              .method("getClass()Ljava/lang/Class;", Modifier.PUBLIC, Modifier.FINAL)
              .method("clone()Ljava/lang/Object;", Modifier.PROTECTED),
          TestClass.type("java.lang.String")
              .being(Modifier.PUBLIC, Modifier.FINAL)
              .method("length()I"),
          TestClass.type("java.lang.Throwable"),
          TestClass.type("java.lang.invoke.MethodHandle")
              .being(Modifier.PUBLIC, Modifier.ABSTRACT)
              .method(
                  "invokeExact([Ljava/lang/Object;)Ljava/lang/Object;",
                  Modifier.PUBLIC,
                  Modifier.FINAL,
                  Modifier.NATIVE,
                  Modifier.VARARGS),
          TestClass.type("java.util.Hidden").extending("jdk.internal.Base"));

  private final Map<String, TestClass> then;
  private final Map<String, TestClass> now;
  private Map<String, String> unreadable = Map.of();
  private Set<String> hidden = Set.of();

  private Hosts(Map<String, TestClass> then, Map<String, TestClass> now) {
    this.then = then;
    this.now = now;
  }

  static Hosts then(TestClass... classes) {
    return new Hosts(byName(classes), byName(classes));
  }

  Hosts now(TestClass... classes) {
    return new Hosts(then, byName(classes));
  }

  Hosts unreadable(String name, String reason) {
    unreadable = Map.of(name, reason);
    return this;
  }

  Hosts hiding(String... names) {
    hidden = Set.of(names);
    return this;
  }

  private static Map<String, TestClass> byName(TestClass... classes) {
    Map<String, TestClass> named = new HashMap<>();
    Arrays.stream(classes).forEach(each -> named.put(each.name(), each));
    return named;
  }

  List<Difference> differences(PluginClass... plugin) {
    return differences(List.of(), Option.none(), plugin);
  }

  List<Difference> differences(
      List<InlinedConstant> constants, Option<String> contract, PluginClass... plugin) {
    return new BinaryCompatibility(lookup(), this::recorded)
        .differences(List.of(plugin), constants, contract);
  }

  List<String> texts(PluginClass... plugin) {
    return differences(plugin).stream().map(Difference::toString).toList();
  }

  private Option<ClassAbi> recorded(String binaryName) {
    return Option.of(then.get(binaryName)).map(TestClass::abi);
  }

  private ClassLookup lookup() {
    return new ClassLookup() {
      @Override
      public Option<ClassAbi> find(String binaryName) {
        return Option.of(now.getOrDefault(binaryName, JDK.get(binaryName))).map(TestClass::abi);
      }

      @Override
      public Option<String> unreadable(String binaryName) {
        return Option.of(unreadable.get(binaryName));
      }

      @Override
      public Option<String> hidden(String binaryName) {
        return Option.when(hidden.contains(binaryName), "is hidden");
      }

      @Override
      public boolean isOfJdk(String binaryName) {
        return JDK.containsKey(binaryName);
      }

      @Override
      public SortedSet<String> privateMembers(String binaryName) {
        TestClass found = now.get(binaryName);
        return found == null ? new TreeSet<>() : found.privateMembers();
      }
    };
  }
}
