package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.error.LinkageFailed;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.port.LinkedPlugin;
import dev.loadstone.domain.port.Loader;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Loader}, and every plugin that it links, keeps. */
public abstract class LoaderContract {

  private static final PluginOrigin ORIGIN = new PluginOrigin("acme/Pricing.java", Option.none());

  /** For subclasses. */
  protected LoaderContract() {}

  /**
   * A loader, and an artifact to link by it.
   *
   * @param loader the loader
   * @param artifact the artifact
   */
  public record Subject(Loader loader, Artifact artifact) {

    LinkedPlugin linked() {
      return loader.link(artifact, ORIGIN).get();
    }

    Try<Option<Object>> run(String... arguments) {
      return linked().run(List.of(arguments));
    }
  }

  /**
   * Makes a plugin of contract {@link Comparable} that gives a new object each time.
   *
   * @return the plugin and its loader
   */
  protected abstract Subject giving();

  /**
   * Makes a side-effect plugin whose main method ends well.
   *
   * @return the plugin and its loader
   */
  protected abstract Subject doing();

  /**
   * Makes a side-effect plugin whose main method throws an {@link IllegalStateException} with the
   * arguments, joined by commas, as its message.
   *
   * @return the plugin and its loader
   */
  protected abstract Subject throwing();

  /**
   * Makes a side-effect plugin whose main method throws a {@link StackOverflowError}.
   *
   * @return the plugin and its loader
   */
  protected abstract Subject overflowing();

  /**
   * Makes a side-effect plugin whose main method throws an {@link InterruptedException}.
   *
   * @return the plugin and its loader
   */
  protected abstract Subject interrupted();

  /**
   * Makes a side-effect plugin whose main method throws a {@link NoClassDefFoundError}.
   *
   * @return the plugin and its loader
   */
  protected abstract Subject missingClass();

  /**
   * Makes a plugin of contract {@link Comparable} that gives {@code null}.
   *
   * @return the plugin and its loader
   */
  protected abstract Subject givingNull();

  /**
   * Makes a plugin whose classes are refused with some {@link LinkageError}.
   *
   * @return the plugin and its loader
   */
  protected abstract Subject refused();

  @Test
  final void link_ofRefusedClasses_isLinkageFailedThatNamesThePlugin() {
    Subject subject = refused();

    Try<LinkedPlugin> linked = subject.loader().link(subject.artifact(), ORIGIN);

    assertThat(linked.getCause()).isInstanceOf(LinkageFailed.class);
    LinkageFailed failure = (LinkageFailed) linked.getCause();
    assertThat(failure.plugin()).isEqualTo(ORIGIN.name());
    assertThat(failure).hasCauseInstanceOf(LinkageError.class);
  }

  @Test
  final void run_ofValuePlugin_givesItsValue() {
    Object value = giving().run().get().get();

    assertThat(value).isInstanceOf(Comparable.class);
  }

  @Test
  final void run_again_givesAnotherValue() {
    LinkedPlugin plugin = giving().linked();

    Object first = plugin.run(List.of()).get().get();
    Object second = plugin.run(List.of()).get().get();

    assertThat(second).isNotSameAs(first);
  }

  @Test
  final void run_byManyThreadsAtOnce_givesAsManyValues() {
    LinkedPlugin plugin = giving().linked();

    List<Object> values =
        IntStream.range(0, 16).parallel().mapToObj(i -> plugin.run(List.of()).get().get()).toList();

    assertThat(values.stream().map(System::identityHashCode).distinct()).hasSize(16);
  }

  @Test
  final void run_ofSideEffect_givesNone() {
    assertThat(doing().run("one").get()).isEmpty();
  }

  @Test
  final void run_thatThrows_isPluginFailedWithWhatWasThrown() {
    Throwable failure = throwing().run("a", "b").getCause();

    assertThat(failure)
        .isInstanceOf(PluginFailed.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a,b");
    assertThat(((PluginFailed) failure).plugin()).isEqualTo(ORIGIN.name());
  }

  @Test
  final void run_withListThatChangesLater_sawItAsItWas() {
    LinkedPlugin plugin = throwing().linked();
    List<String> arguments = new ArrayList<>(List.of("before"));

    Throwable failure = plugin.run(arguments).getCause();
    arguments.set(0, "after");

    assertThat(failure).cause().hasMessage("before");
  }

  @Test
  final void run_thatEndsInAnError_isPluginFailedAndNotThrown() {
    assertThat(overflowing().run().getCause())
        .isInstanceOf(PluginFailed.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(interrupted().run().getCause())
        .isInstanceOf(PluginFailed.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(missingClass().run().getCause())
        .isInstanceOf(PluginFailed.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  final void run_thatGivesNull_isPluginFailed() {
    assertThat(givingNull().run().getCause())
        .isInstanceOf(PluginFailed.class)
        .hasCauseInstanceOf(NullPointerException.class);
  }

  @Test
  final void run_howeverItEnds_leavesTheThreadsContextClassLoader() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    boolean failed = throwing().run().isFailure() && overflowing().run().isFailure();
    boolean succeeded = doing().run().isSuccess() && giving().run().isSuccess();

    assertThat(failed).isTrue();
    assertThat(succeeded).isTrue();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }
}
