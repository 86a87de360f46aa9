package dev.loadstone.domain.abi;

import java.util.List;

/**
 * What a class or member carries beside its declaration.
 *
 * @param annotations annotations, type annotations and annotations of parameters, each as a text of
 *     one canonical form, such as {@code @com.acme.Limit(value = 5)}, {@code parameter 0:
 *     @com.acme.Positive} or {@code @com.acme.Internal, in the class file only}; sorted
 * @param unknownAttributes attributes that are not in the specification, sorted
 */
public record Metadata(List<String> annotations, List<UnknownAttribute> unknownAttributes) {

  /** None at all. */
  public static final Metadata NONE = new Metadata(List.of(), List.of());

  public Metadata {
    annotations = annotations.stream().sorted().toList();
    unknownAttributes = unknownAttributes.stream().sorted().toList();
  }
}
