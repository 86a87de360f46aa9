package dev.loadstone.testkit.assertion;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import io.vavr.concurrent.Future;
import io.vavr.concurrent.Promise;
import io.vavr.control.Try;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the same for a call that answers at once and one that answers later. */
@TestInstance(Lifecycle.PER_CLASS)
final class OutcomeAssertTest {

  private final CompilationFailed broken =
      new CompilationFailed(
          List.of(Diagnostic.error("compiler.err.expected", "';' expected", "Pricing.java")));
  private final PluginFailed thrown =
      new PluginFailed("Pricing.java", new IllegalStateException("no price"));
  private final IllegalArgumentException bug = new IllegalArgumentException("a bug");

  private static Stream<OutcomeAssert<?, ?, String>> of(Try<String> outcome) {
    Promise<String> promise = Promise.make(Runnable::run);
    promise.complete(outcome);
    return Stream.of(assertThat(outcome), assertThat(promise.future()));
  }

  @Test
  void succeeded_success_passesAndGoesOn() {
    assertThat(of(Try.success("ok")))
        .allSatisfy(
            outcome -> {
              outcome.succeeded().succeededWith("ok").value().isEqualTo("ok");
              outcome.value(InstanceOfAssertFactories.STRING).startsWith("o");
            });
  }

  @Test
  void succeeded_successOfNothing_passes() {
    assertThat(Try.<Void>success(null)).succeeded().value().isNull();
  }

  @Test
  void failedWith_thatFailure_passesAndGoesOn() {
    assertThat(of(Try.failure(thrown)))
        .allSatisfy(
            outcome -> {
              outcome
                  .failedWith(PluginFailed.class)
                  .returns("Pricing.java", PluginFailed::plugin)
                  .hasCauseInstanceOf(IllegalStateException.class);
              outcome.failedWith(PluginException.class).isSameAs(thrown);
              outcome.failedWith(ErrorKind.PLUGIN_FAILED).isSameAs(thrown);
            });
  }

  @Test
  void failedToCompile_compilationFailed_passesAndGoesOn() {
    assertThat(of(Try.failure(broken)))
        .allSatisfy(outcome -> outcome.failedToCompile().hasDiagnostic("compiler.err.expected"));
  }

  Stream<Arguments> failing() {
    return Stream.of(
        failing(
            Try.failure(broken),
            OutcomeAssert::succeeded,
            """
            Expecting a success, but it failed with CompilationFailed:
            Pricing.java: error: ';' expected"""),
        failing(
            Try.failure(bug),
            outcome -> outcome.succeededWith("ok"),
            """
            Expecting a success, but it failed with what is no error of the library:
            java.lang.IllegalArgumentException: a bug"""),
        failing(
            Try.failure(new Closed()),
            OutcomeAssert::value,
            """
            Expecting a success, but it failed with Closed:
            """
                + new Closed().getMessage()),
        failing(
            Try.success("ok"),
            outcome -> outcome.succeededWith("well"),
            """
            Expecting a success with:
              "well"
            but it succeeded with:
              "ok\""""),
        failing(
            Try.success("ok"),
            outcome -> outcome.failedWith(PluginFailed.class),
            """
            Expecting a failure with PluginFailed, but it succeeded with:
              "ok\""""),
        failing(
            Try.success("ok"),
            outcome -> outcome.failedWith(ErrorKind.CLOSED),
            """
            Expecting a failure with CLOSED, but it succeeded with:
              "ok\""""),
        failing(
            Try.failure(thrown),
            OutcomeAssert::failedToCompile,
            """
            Expecting a failure with CompilationFailed, but it failed with PluginFailed:
            """
                + thrown.getMessage()),
        failing(
            Try.failure(thrown),
            outcome -> outcome.failedWith(ErrorKind.CLOSED),
            """
            Expecting a failure with CLOSED, but it failed with PluginFailed:
            """
                + thrown.getMessage()),
        failing(
            Try.failure(bug),
            outcome -> outcome.failedWith(PluginException.class),
            """
            Expecting a failure with PluginException, but it failed with what is no error of the library:
            java.lang.IllegalArgumentException: a bug"""));
  }

  private static Arguments failing(
      Try<String> outcome, Consumer<OutcomeAssert<?, ?, String>> assertion, String message) {
    return Arguments.of(outcome, assertion, message);
  }

  @ParameterizedTest
  @MethodSource("failing")
  void assertion_anotherOutcome_failsWithItAll(
      Try<String> outcome, Consumer<OutcomeAssert<?, ?, String>> assertion, String message) {
    assertThat(of(outcome))
        .allSatisfy(
            each ->
                assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertion.accept(each))
                    .satisfies(
                        error ->
                            assertThat(error.getMessage().replace("\r", "").strip())
                                .isEqualTo(message))
                    .returns(
                        outcome.isFailure() ? outcome.getCause() : null, AssertionError::getCause));
  }

  @Test
  void assertion_described_saysSoInWhatFollowsToo() {
    assertThatThrownBy(() -> assertThat(Try.failure(broken)).as("pricing").succeeded())
        .hasMessageStartingWith("[pricing] ");
    assertThatThrownBy(
            () -> assertThat(Try.success("ok")).as("pricing").value().isEqualTo("another"))
        .hasMessageStartingWith("[pricing] ");
    assertThatThrownBy(
            () -> assertThat(Try.failure(thrown)).as("pricing").failedWith(thrown.kind()).isNull())
        .hasMessageStartingWith("[pricing] ");
    assertThatThrownBy(
            () -> assertThat(Try.failure(broken)).as("pricing").failedToCompile().isNull())
        .hasMessageStartingWith("[pricing] ");
  }

  @Test
  void assertion_null_failsAsSuch() {
    Try<String> none = null;
    Future<String> never = null;

    assertThatThrownBy(() -> assertThat(none).succeeded())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be null");
    assertThatThrownBy(() -> assertThat(never).failedWith(PluginFailed.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be null");
  }
}
