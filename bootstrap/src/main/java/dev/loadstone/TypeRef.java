package dev.loadstone;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

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
