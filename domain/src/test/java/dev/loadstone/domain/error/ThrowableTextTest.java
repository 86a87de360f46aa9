package dev.loadstone.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"OverrideThrowableToString", "ToStringReturnsNull"}) // Plugins may.
final class ThrowableTextTest {

  private static final String LONG = "x".repeat(1 << 20);

  @Test
  void of_throwable_saysItsText() {
    assertThat(ThrowableText.of(new IllegalStateException("no price")))
        .isEqualTo(new ThrowableText("java.lang.IllegalStateException: no price", Option.none()));
  }

  static List<Throwable> silent() {
    return List.of(
        new Odd() {
          @Override
          public String getMessage() {
            throw new IllegalStateException();
          }
        },
        new Odd() {
          @Override
          public String toString() {
            throw new StackOverflowError();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("silent")
  void of_throwableThatThrows_saysItsClass(Throwable thrown) {
    assertThat(ThrowableText.of(thrown).text()).isEqualTo(thrown.getClass().getName());
  }

  @Test
  void of_throwableWithoutText_saysNull() {
    Throwable silent =
        new Odd() {
          @Override
          public String toString() {
            return null;
          }
        };

    assertThat(ThrowableText.of(silent).text()).isEqualTo("null");
  }

  @Test
  void of_longText_isCut() {
    assertThat(ThrowableText.of(new IllegalStateException(LONG)).text())
        .startsWith("java.lang.IllegalStateException: xxx")
        .endsWith("xxx... (1040417 characters more)")
        .hasSizeLessThan(8_300);
  }

  @Test
  void of_longFileName_isCut() {
    Throwable thrown = new IllegalStateException();
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              PluginFrames.loaderName("A"), null, null, "A", "a", LONG + ".java", 1)
        });

    assertThat(ThrowableText.of(thrown).place().get()).hasSizeLessThan(8_300);
  }

  @Test
  void message_pluginFailed_asksForTheTextOnce() {
    AtomicInteger asked = new AtomicInteger();
    Throwable counting =
        new Odd() {
          @Override
          public String toString() {
            return "asked " + asked.incrementAndGet();
          }
        };

    PluginFailed failure = new PluginFailed("A.java", counting);

    assertThat(failure.getMessage()).contains(": asked 1");
    assertThat(failure.withStackTrace().getMessage()).isEqualTo(failure.getMessage());
    assertThat(asked).hasValue(1);
  }

  @Test
  void message_pluginFailedWithText_asksForNothing() {
    Throwable unasked =
        new Odd() {
          @Override
          public String toString() {
            throw new AssertionError("asked");
          }
        };

    assertThat(new PluginFailed("A.java", unasked, ThrowableText.unanswered(unasked)))
        .hasMessageContaining(unasked.getClass().getName() + ", which does not answer");
  }

  private static class Odd extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
