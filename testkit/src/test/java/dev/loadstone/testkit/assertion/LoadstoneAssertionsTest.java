package dev.loadstone.testkit.assertion;

import static dev.loadstone.testkit.assertion.LoadstoneAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.error.Closed;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.testkit.RecordedEvents;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both entry points can be imported at once: the compiler chooses the closer one. */
final class LoadstoneAssertionsTest {

  @Test
  void assertThat_besideAssertjs_choosesTheTypeOfAssertions() {
    assertThat((Object) assertThat(Future.successful(Runnable::run, "ok")))
        .isInstanceOf(PluginFutureAssert.class);
    assertThat((Object) assertThat(Try.success("ok"))).isInstanceOf(PluginTryAssert.class);
    assertThat((Object) assertThat(new Closed())).isInstanceOf(PluginExceptionAssert.class);
    assertThat((Object) assertThat(new CompilationFailed(List.of())))
        .isInstanceOf(CompilationFailedAssert.class);
    assertThat((Object) assertThat(new RecordedEvents())).isInstanceOf(RecordedEventsAssert.class);
    assertThat((Object) assertThat(PluginHandle.ofObject("ok")))
        .isInstanceOf(PluginHandleAssert.class);
  }

  @Test
  void assertThat_whatIsNotOurs_staysAssertjs() {
    assertThat(Option.some("ok")).containsExactly("ok");
    assertThat(new IllegalStateException("ok")).hasMessage("ok");
    assertThat("ok").startsWith("o");
  }
}
