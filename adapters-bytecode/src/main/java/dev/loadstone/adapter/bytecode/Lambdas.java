package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.LambdaReference;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/** Call sites that {@link java.lang.invoke.LambdaMetafactory} links. */
final class Lambdas {

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String WITH_EXTRAS = "altMetafactory";

  private static final int MARKERS = java.lang.invoke.LambdaMetafactory.FLAG_MARKERS;
  private static final int BRIDGES = java.lang.invoke.LambdaMetafactory.FLAG_BRIDGES;
  private static final int FLAGS = 3;

  private final Object[] arguments;
  private int next = FLAGS + 1;

  private Lambdas(Object[] arguments) {
    this.arguments = arguments;
  }

  static Option<LambdaReference> lambda(
      String name, String descriptor, Handle bootstrap, Object[] arguments) {
    return bootstrap.getOwner().equals(FACTORY)
        ? Option.some(
            new Lambdas(arguments)
                .lambda(name, descriptor, bootstrap.getName().equals(WITH_EXTRAS)))
        : Option.none();
  }

  private LambdaReference lambda(String name, String descriptor, boolean withExtras) {
    List<String> interfaces = new ArrayList<>();
    interfaces.add(Type.getReturnType(descriptor).getClassName());
    List<String> descriptors = new ArrayList<>();
    descriptors.add(argument(0).getDescriptor());
    int flags = withExtras ? (Integer) arguments[FLAGS] : 0;
    if ((flags & MARKERS) != 0) {
      types().forEach(marker -> interfaces.add(marker.getClassName()));
    }
    if ((flags & BRIDGES) != 0) {
      types().forEach(bridge -> descriptors.add(bridge.getDescriptor()));
    }
    return new LambdaReference(interfaces, name, descriptors);
  }

  private List<Type> types() {
    int count = (Integer) arguments[next++];
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(argument(next++));
    }
    return types;
  }

  private Type argument(int index) {
    return (Type) arguments[index];
  }
}
