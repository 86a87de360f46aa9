package dev.loadstone.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TriesTest {

  @Test
  void of_bug_isFailure() {
    IllegalStateException bug = new IllegalStateException();

    Try<String> outcome =
        Tries.of(
            () -> {
              throw bug;
            });

    assertThat(outcome.getCause()).isSameAs(bug);
  }

  @Test
  void failure_fatal_isCause() {
    LinkageError fatal = new LinkageError();

    Try<String> outcome = Tries.failure(fatal);

    assertThat(outcome.getCause()).isInstanceOf(IllegalStateException.class).hasCause(fatal);
  }

  @Test
  void traverse_allSucceed_givesResultsInOrder() {
    Try<List<Integer>> lengths =
        Tries.traverse(List.of("abc", "", "a"), text -> Try.success(text.length()));

    assertThat(lengths.get()).containsExactly(3, 0, 1);
  }

  @Test
  void traverse_oneFails_asksNoFurther() {
    IllegalStateException failure = new IllegalStateException();
    List<String> asked = new ArrayList<>();

    Try<List<String>> outcome =
        Tries.traverse(
            List.of("works", "fails", "is not asked"),
            name -> {
              asked.add(name);
              return name.equals("fails") ? Try.failure(failure) : Try.success(name);
            });

    assertThat(outcome.getCause()).isSameAs(failure);
    assertThat(asked).containsExactly("works", "fails");
  }
}
