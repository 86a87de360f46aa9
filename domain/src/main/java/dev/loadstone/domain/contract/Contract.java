package dev.loadstone.domain.contract;

import java.util.Objects;

/**
 * What a plugin is made for.
 *
 * <p>Two contracts are the same when they are equal: for a type, when it is written alike, type
 * arguments included.
 */
public sealed interface Contract {

  /** {@return the contract of a plugin that is loaded only for what it does} */
  static Contract sideEffect() {
    return new SideEffect();
  }

  /**
   * {@return the contract of a plugin that gives a value of a type of the host}
   *
   * @param type the full type as Java source writes it with canonical names, such as {@code
   *     java.util.function.Function<java.lang.String, java.lang.Integer>}
   * @param rawClass the binary name of its class
   */
  static Contract type(String type, String rawClass) {
    return new HostType(type, rawClass);
  }

  /**
   * Returns how the contract is written for people.
   *
   * @return the type, or {@code side effect}
   */
  String displayName();

  /** The contract of a plugin that is loaded only for what it does. */
  record SideEffect() implements Contract {
    @Override
    public String displayName() {
      return "side effect";
    }
  }

  /**
   * The contract of a plugin that gives a value of a type of the host.
   *
   * @param type the full type as Java source writes it, with canonical names
   * @param rawClass the binary name of its class
   */
  record HostType(String type, String rawClass) implements Contract {

    public HostType {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(rawClass, "rawClass");
    }

    @Override
    public String displayName() {
      return type;
    }
  }
}
