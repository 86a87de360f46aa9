package dev.loadstone.domain.abi;

import java.util.Random;

/** Gives tests of other packages ABIs that no class needs to have. */
public final class RandomAbis {

  private RandomAbis() {}

  /** Returns the ABI of a seed. */
  public static ClassAbi of(long seed) {
    return new RandomAbi(new Random(seed)).type();
  }
}
