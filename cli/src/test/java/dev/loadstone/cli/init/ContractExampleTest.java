package dev.loadstone.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.Loadstone;
import dev.loadstone.cli.PricingRule;
import io.vavr.control.Try;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContractExampleTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        Runnable.class,
        Function.class,
        Comparable.class,
        java.io.InputStream.class,
        java.nio.file.FileVisitor.class,
        java.nio.file.spi.FileSystemProvider.class,
        java.text.NumberFormat.class,
        java.util.AbstractList.class,
        java.util.Comparator.class,
        java.util.Deque.class,
        java.util.Map.class,
        java.util.concurrent.AbstractExecutorService.class,
        java.util.stream.Collector.class,
        java.util.stream.Stream.class,
        PricingRule.class,
        ManyWaysContract.class
      })
  void of_contract_givesAPluginThatFitsWithoutAWarning(Class<?> contract) {
    ExamplePlugin example = ContractExample.of(contract);

    try (Loadstone loadstone = Loadstone.builder().hostClassLoader(loader(contract)).build()) {
      Try<Void> checked =
          loadstone.loader(contract).check(example.sources()).await().getValue().get();

      assertThat(checked.isSuccess()).as(() -> example.text() + checked).isTrue();
    }
  }

  @Test
  void of_contract_readsAsIfWrittenByHand() {
    ExamplePlugin example = ContractExample.of(ManyWaysContract.class);

    assertThat(example.fileName()).isEqualTo("Example.java");
    assertThat(example.text())
        .isEqualTo(
            """
            import dev.loadstone.cli.init.ManyWaysContract;
            import java.util.List;
            import java.util.Map;

            /** A plugin to begin with. */
            public final class Example extends ManyWaysContract {
              @Override
              public Integer apply(String text) {
                return null;
              }

              @Override
              public <T extends Comparable<T>> Map.Entry<T, ? extends Number> choose(List<? super T> from) {
                return null;
              }

              @Override
              protected boolean isFit(int[] numbers, Map.Entry<String, char[][]> entry) {
                return false;
              }

              @Override
              public String join(Object... words) {
                return "";
              }

              @Override
              public long size() {
                return 0;
              }
            }
            """);
  }

  @Test
  void of_contract_isNotInitialised() {
    ContractExample.of(ManyWaysContract.class);

    assertThat(System.getProperty(ManyWaysContract.INITIALISED)).isNull();
  }

  private static ClassLoader loader(Class<?> contract) {
    ClassLoader loader = contract.getClassLoader();
    return loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }
}
