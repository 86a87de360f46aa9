package dev.loadstone;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;

/**
 * A full generic type as a value: {@code new TypeRef<Function<String, Integer>>() {}}.
 *
 * <p>Immutable.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {

  private final Type type;

  /**
   * Captures the type argument that the direct subclass gives.
   *
   * @throws IllegalArgumentException if the subclass gives none
   */
  protected TypeRef() {
    if (getClass().getGenericSuperclass() instanceof ParameterizedType parent
        && parent.getRawType() == TypeRef.class) {
      this.type = parent.getActualTypeArguments()[0];
    } else {
      throw new IllegalArgumentException(
          "a TypeRef needs its type argument: new TypeRef<Function<String, Integer>>() {}");
    }
  }

  private TypeRef(Type type) {
    this.type = type;
  }

  /**
   * Stands for a type that is known only when the program runs.
   *
   * @param type the type
   * @return the type as such a value
   */
  public static TypeRef<?> of(Type type) {
    return new Given<>(Objects.requireNonNull(type, "type"));
  }

  private static final class Given<T> extends TypeRef<T> {

    Given(Type type) {
      super(type);
    }
  }

  /**
   * Returns the type.
   *
   * @return the type that this object stands for
   */
  public final Type type() {
    return type;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof TypeRef<?> that && type.equals(that.type);
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }
}
