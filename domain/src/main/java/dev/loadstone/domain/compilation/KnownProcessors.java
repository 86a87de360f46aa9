package dev.loadstone.domain.compilation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Well-known annotation processors. Sources that use their annotations may compile without them,
 * and fail when they run, so whoever names no processor is told.
 */
public final class KnownProcessors {

  /** The code of the warning that none is named. */
  public static final String CODE = "loadstone.warn.processor.not.named";

  /** Their names, by what the names of their annotations begin with. */
  public static final SortedMap<String, String> BY_ANNOTATIONS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "lombok.", "Lombok",
                  "org.mapstruct.", "MapStruct",
                  "com.google.auto.value.", "AutoValue",
                  "org.immutables.value.", "Immutables")));

  private KnownProcessors() {}
}
