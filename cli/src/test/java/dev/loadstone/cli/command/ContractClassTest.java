package dev.loadstone.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContractClassTest {

  private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

  @ParameterizedTest
  @ValueSource(strings = {"java.util.Map$Entry", "java.util.Map.Entry"})
  void find_nestedClass_takesBothOfItsNames(String name) {
    assertThat(ContractClass.find(name, JDK)).isEqualTo(Map.Entry.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "int",
        "java.util.map",
        "Runnable",
        "java/lang/Runnable",
        "dev.loadstone.cli.Main"
      })
  void find_noClassOfTheHost_isRefusedByName(String name) {
    assertThatThrownBy(() -> ContractClass.find(name, JDK))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--contract: ");
  }

  @Test
  void find_class_initialisesNothing() {
    Class<?> found = ContractClass.find(Explosive.class.getName(), getClass().getClassLoader());

    assertThat(found).isEqualTo(Explosive.class);
  }

  static final class Explosive {
    static {
      if (true) {
        throw new IllegalStateException("initialised");
      }
    }
  }
}
