package dev.loadstone.testkit.assertion;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PluginHandleAssertTest {

  /** What stands for a plugin: another loader defines it again. */
  static final class Plugin {}

  @AfterEach
  void clearInterruption() {
    Thread.interrupted();
  }

  private static Class<?> definedAgain() throws IOException {
    try (InputStream classFile =
        Plugin.class.getResourceAsStream("PluginHandleAssertTest$Plugin.class")) {
      byte[] bytes = classFile.readAllBytes();
      return new ClassLoader(Plugin.class.getClassLoader()) {
        Class<?> define() {
          return defineClass(Plugin.class.getName(), bytes, 0, bytes.length);
        }
      }.define();
    }
  }

  private static PluginHandle handleOfDropped() throws IOException {
    return PluginHandle.ofClass(definedAgain());
  }

  private static PluginHandle handleOfDroppedObject() {
    return PluginHandle.ofObject(new Plugin());
  }

  @Test
  void isUnloaded_droppedPlugin_passesAndAgain() throws IOException {
    PluginHandle handle = handleOfDropped();

    assertThat(handle).isUnloaded();
    assertThat(handle).within(Duration.ZERO).isUnloaded();
  }

  @Test
  void isUnloaded_droppedObject_passes() {
    PluginHandle handle = handleOfDroppedObject();

    assertThat(handle).isUnloaded();
  }

  @Test
  void isUnloaded_pluginThatIsHeld_failsWithWhatUsuallyHoldsOne() throws Exception {
    Class<?> held = definedAgain();
    PluginHandle handle = PluginHandle.ofClass(held);

    assertThatThrownBy(
            () -> assertThat(handle).as("pricing").within(Duration.ofMillis(100)).isUnloaded())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("[pricing] ")
        .hasMessageContainingAll(
            "the class loader of " + Plugin.class.getName(),
            "to be unloaded within 0.1s, but something still holds it.",
            "What usually keeps a plugin loaded:",
            "jcmd PID GC.heap_dump FILE");
    assertThat(held).as("used here, thus held till now").isNotNull();
  }

  @Test
  void isUnloaded_valueThatIsHeld_failsUntilItIsDropped() throws Exception {
    Holder holder = new Holder();
    PluginHandle handle = held(holder);

    assertThatThrownBy(() -> assertThat(handle).within(Duration.ZERO).isUnloaded())
        .isInstanceOf(AssertionError.class);
    holder.value = "another";

    assertThat(handle).isUnloaded();
  }

  private static final class Holder {
    private Object value;
  }

  private static PluginHandle held(Holder holder) throws Exception {
    var constructor = definedAgain().getDeclaredConstructor();
    constructor.setAccessible(true);
    holder.value = constructor.newInstance();
    return PluginHandle.ofValue(holder.value);
  }

  @Test
  void isUnloaded_interruptedThread_endsAtOnceAndStaysInterrupted() throws IOException {
    Class<?> held = definedAgain();
    PluginHandle handle = PluginHandle.ofClass(held);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> assertThat(handle).within(Duration.ofDays(1)).isUnloaded())
        .isInstanceOf(AssertionError.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(held).as("used here, thus held till now").isNotNull();
  }

  @Test
  void of_classOfTheApplicationOrTheJdk_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PluginHandle.ofClass(Plugin.class))
        .withMessageStartingWith(Plugin.class.getName() + " is no class of a plugin");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PluginHandle.ofValue(List.of()))
        .withMessageContaining("Take the handle from a value whose class");
  }

  @Test
  void toString_always_namesWhatItHolds() {
    assertThat(handleOfDroppedObject()).hasToString("an object of " + Plugin.class.getName());
  }
}
