package dev.loadstone.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.cache.CacheKey;
import dev.loadstone.domain.port.CompilationTurns;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import org.junit.jupiter.api.Test;

/** What every {@link CompilationTurns} does. */
public abstract class CompilationTurnsContract {

  private static final CacheKey KEY = ArtifactStoreContract.key("Pricing", "request", "build");

  /** Makes the contract test. */
  protected CompilationTurnsContract() {}

  /**
   * Returns the subject.
   *
   * @return the turns of a store that is empty at first, the same ones throughout a test
   */
  protected abstract CompilationTurns turns();

  /**
   * Returns another view of the subject.
   *
   * @return the turns of a store of the same entries that may only be read
   */
  protected abstract CompilationTurns readOnly();

  @Test
  final void turn_endedTwice_letsTheNextOneHaveIt() {
    CompilationTurn turn = turns().turn(KEY).get();
    turn.close();
    turn.close();

    try (CompilationTurn next = turns().turn(KEY).get()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  final void turn_storeThatIsOnlyRead_isGiven() {
    try (CompilationTurn turn = readOnly().turn(KEY).get()) {
      assertThat(turn).isNotNull();
    }
  }

  @Test
  final void turn_heldByAnotherThreadOfTheProcess_isGivenToo() {
    try (CompilationTurn held = turns().turn(KEY).get();
        CompilationTurn other = turns().turn(KEY).get()) {
      assertThat(held).isNotNull();
      assertThat(other).isNotNull();
    }
  }
}
