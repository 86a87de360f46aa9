package dev.loadstone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.testkit.InMemoryHostView;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Table-driven: each type, and how a plugin's source would write it, or why there can be none. */
public final class ContractTypesTest {

  /** A public nested contract. */
  public interface Nested {}

  /** A generic class with an inner one. */
  @SuppressWarnings("ClassCanBeStatic") // Inner classes are what is tested.
  public static class Outer<A> {
    /** The inner one. */
    public class Inner<B> {}

    class HiddenInner {}

    /** One without type parameters of its own. */
    public class Plain {}
  }

  interface Hidden {}

  static class HiddenOuter {
    public interface InHidden {}
  }

  private final ContractTypes contracts = ContractTypesTest.of(getClass().getClassLoader());

  static Stream<Arguments> accepted() {
    String here = ContractTypesTest.class.getName();
    return Stream.of(
        Arguments.of(Runnable.class, "java.lang.Runnable", "java.lang.Runnable"),
        Arguments.of(Nested.class, here + ".Nested", here + "$Nested"),
        Arguments.of(Function.class, "java.util.function.Function", "java.util.function.Function"),
        Arguments.of(
            new TypeRef<Function<String, Integer>>() {}.type(),
            "java.util.function.Function<java.lang.String, java.lang.Integer>",
            "java.util.function.Function"),
        Arguments.of(
            new TypeRef<Supplier<Map.Entry<String, List<? extends Number>>>>() {}.type(),
            "java.util.function.Supplier<java.util.Map.Entry<java.lang.String,"
                + " java.util.List<? extends java.lang.Number>>>",
            "java.util.function.Supplier"),
        Arguments.of(
            new TypeRef<Comparator<? super Integer>>() {}.type(),
            "java.util.Comparator<? super java.lang.Integer>",
            "java.util.Comparator"),
        Arguments.of(
            new TypeRef<Function<byte[], List<String>[]>>() {}.type(),
            "java.util.function.Function<byte[], java.util.List<java.lang.String>[]>",
            "java.util.function.Function"),
        Arguments.of(
            new TypeRef<Supplier<Class<?>>>() {}.type(),
            "java.util.function.Supplier<java.lang.Class<?>>",
            "java.util.function.Supplier"),
        Arguments.of(
            new TypeRef<Function<Map<String, ?>, List<? extends Object>>>() {}.type(),
            "java.util.function.Function<java.util.Map<java.lang.String, ?>, java.util.List<?>>",
            "java.util.function.Function"),
        Arguments.of(
            new TypeRef<
                Function<? super Map<?, ?>[], Map.Entry<?, ? super List<?>>[][]>>() {}.type(),
            "java.util.function.Function<? super java.util.Map<?, ?>[],"
                + " java.util.Map.Entry<?, ? super java.util.List<?>>[][]>",
            "java.util.function.Function"),
        Arguments.of(
            new TypeRef<Supplier<Outer<?>.Inner<?>>>() {}.type(),
            "java.util.function.Supplier<" + here + ".Outer<?>.Inner<?>>",
            "java.util.function.Supplier"),
        Arguments.of(
            new TypeRef<Outer<String>.Inner<Integer>>() {}.type(),
            here + ".Outer<java.lang.String>.Inner<java.lang.Integer>",
            here + "$Outer$Inner"),
        Arguments.of(
            new TypeRef<Outer<String>.Plain>() {}.type(),
            here + ".Outer<java.lang.String>.Plain",
            here + "$Outer$Plain"));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void contract_typeOfPublicClasses_isWrittenAsInSource(Type type, String inSource, String raw) {
    assertThat(contracts.contract(type)).isEqualTo(Contract.type(inSource, raw));
  }

  static <X> Stream<Arguments> refused() {
    class Local {}
    return Stream.of(
        Arguments.of(int.class, "is no class or interface"),
        Arguments.of(void.class, "is no class or interface"),
        Arguments.of(String[].class, "is no class or interface"),
        Arguments.of(new TypeRef<List<String>[]>() {}.type(), "is no class or interface"),
        Arguments.of(new TypeRef<X>() {}.type(), "is no class or interface"),
        Arguments.of(new TypeRef<List<X>>() {}.type(), "is a type variable"),
        Arguments.of(new TypeRef<List<?>>() {}.type(), "has a wildcard without a bound"),
        Arguments.of(
            new TypeRef<Map<String, ? extends Object>>() {}.type(),
            "has a wildcard without a bound"),
        Arguments.of(
            new TypeRef<Outer<?>.Inner<String>>() {}.type(), "has a wildcard without a bound"),
        Arguments.of(new TypeRef<Supplier<List<X>>>() {}.type(), "is a type variable"),
        Arguments.of(new TypeRef<Supplier<List<? super Hidden>>>() {}.type(), "is not public"),
        Arguments.of(Hidden.class, "is not public with all its enclosing classes"),
        Arguments.of(
            new TypeRef<Outer<String>.HiddenInner>() {}.type(),
            "is not public with all its enclosing classes"),
        Arguments.of(HiddenOuter.InHidden.class, "is not public with all its enclosing classes"),
        Arguments.of(new TypeRef<List<Hidden>>() {}.type(), "is not public"),
        Arguments.of(Local.class, "is a local or anonymous class"),
        Arguments.of(new Object() {}.getClass(), "is a local or anonymous class"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void contract_typeThatNoPluginCouldFit_isTheCallersError(Type type, String reason) {
    assertThatThrownBy(() -> contracts.contract(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void contract_classOfAnotherLoader_isTheCallersError() throws Exception {
    URL here = ContractTypesTest.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader other =
        new URLClassLoader(new URL[] {here}, ClassLoader.getPlatformClassLoader())) {
      Class<?> foreign = other.loadClass(Nested.class.getName());

      assertThatThrownBy(() -> contracts.contract(foreign))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another class than the host class loader gives")
          .hasMessageEndingWith(
              "; this class was loaded by a java.net.URLClassLoader. Build with hostClassLoader("
                  + Nested.class.getCanonicalName()
                  + ".class.getClassLoader())");
    }
  }

  @Test
  void contract_classThatTheHostDoesNotHave_isTheCallersError() {
    ContractTypes platformOnly = of(ClassLoader.getPlatformClassLoader());

    assertThatThrownBy(() -> platformOnly.contract(Nested.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be loaded through the host class loader")
        .hasMessageContaining(
            "PlatformClassLoader 'platform', which hostClassLoader was given; this")
        .hasMessageEndingWith(
            "AppClassLoader 'app'. Build with hostClassLoader("
                + Nested.class.getCanonicalName()
                + ".class.getClassLoader())");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "platform | the context class loader of the building thread, pool-1, since hostClassLoader was given none",
        "none     | the library's own, since hostClassLoader was given none and the building thread, pool-1, has no context class loader",
      })
  void loader_contractInvisibleOnTheBuildingThread_saysWhichLoaderWasAskedAndWhyThatOne(
      String context, String reason, @TempDir Path folder) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    URL classes = HostJar.classes(folder, "public interface Rule {}").toUri().toURL();
    Class<?> foreign =
        new URLClassLoader("shop", new URL[] {classes}, ClassLoader.getPlatformClassLoader())
            .loadClass("host.Rule");
    Thread thread =
        new Thread(
            () -> {
              try (Loadstone loadstone = Loadstone.create()) {
                loadstone.loader(foreign);
              } catch (IllegalArgumentException e) {
                thrown.set(e);
              }
            },
            "pool-1");
    thread.setContextClassLoader(
        context.equals("none") ? null : ClassLoader.getPlatformClassLoader());

    thread.start();
    thread.join();

    assertThat(thrown.get())
        .hasMessageContainingAll("host.Rule cannot be loaded", reason)
        .hasMessageEndingWith(
            "; this class was loaded by java.net.URLClassLoader 'shop'."
                + " Build with hostClassLoader(host.Rule.class.getClassLoader())");
  }

  @Test
  void typeRef_withoutArgument_isTheCallersError() {
    assertThatThrownBy(RawRef::new).isInstanceOf(IllegalArgumentException.class);
  }

  private static ContractTypes of(ClassLoader host) {
    return new ContractTypes(
        host, InMemoryHostView.empty(), AllowedPackages.everything(), HostChoice.of(host));
  }

  @SuppressWarnings("rawtypes")
  private static final class RawRef extends TypeRef {}
}
