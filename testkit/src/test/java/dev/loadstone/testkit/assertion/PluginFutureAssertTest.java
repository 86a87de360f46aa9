package dev.loadstone.testkit.assertion;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.error.Closed;
import io.vavr.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PluginFutureAssertTest {

  private final Promise<String> promise = Promise.make(Runnable::run);

  @AfterEach
  void clearInterruption() {
    Thread.interrupted();
  }

  @Test
  void succeeded_futureThatCompletesMeanwhile_waitsForIt() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Thread completing =
        new Thread(
            () -> {
              awaitUninterrupted(asked);
              promise.success("ok");
            });
    completing.start();

    PluginFutureAssert<String> future = assertThat(promise.future());
    asked.countDown();

    future.succeededWith("ok");
    completing.join();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void succeeded_futureWhoseExecutorRunsNothing_sawItsCompletion() {
    Promise<String> busy = Promise.make(command -> {});
    busy.success("ok");

    assertThat(busy.future()).within(Duration.ZERO).succeededWith("ok");
  }

  @Test
  void succeeded_futureThatStaysPending_failsAndLeavesItPending() {
    assertThatThrownBy(
            () -> assertThat(promise.future()).within(Duration.ofMillis(1500)).succeeded())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting an outcome within 1.5s, but the future is still pending.");
    assertThat(promise.isCompleted()).isFalse();
  }

  @Test
  void failedWith_futureThatStaysPending_fails() {
    assertThatThrownBy(
            () ->
                assertThat(promise.future())
                    .as("reload")
                    .within(Duration.ZERO)
                    .failedWith(Closed.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("[reload] ")
        .hasMessageContaining("Expecting an outcome within 0s");
  }

  @Test
  void succeeded_interruptedThread_failsAtOnceAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> assertThat(promise.future()).succeeded())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was interrupted while it waited");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
