package dev.loadstone.domain.abi;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * An interface that a lambda expression or method reference implements at run time (see {@code
 * java.lang.invoke.LambdaMetafactory}): an abstract method that it has beside these is not
 * implemented.
 *
 * @param interfaces the binary names of the functional interface and of those that the object
 *     implements beside it, in their order
 * @param method the name of the method that is implemented
 * @param descriptors its descriptors: first that of the interface's method, then those of bridges
 */
public record LambdaReference(List<String> interfaces, String method, List<String> descriptors)
    implements Comparable<LambdaReference> {

  private static final Comparator<LambdaReference> ORDER =
      Comparator.<LambdaReference, String>comparing(each -> String.join(",", each.interfaces()))
          .thenComparing(LambdaReference::method)
          .thenComparing(each -> String.join(",", each.descriptors()));

  public LambdaReference {
    interfaces = List.copyOf(interfaces);
    Objects.requireNonNull(method, "method");
    descriptors = List.copyOf(descriptors);
    descriptors.forEach(Descriptors::requireMethod);
  }

  @Override
  public int compareTo(LambdaReference other) {
    return ORDER.compare(this, other);
  }
}
