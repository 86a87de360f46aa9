package dev.loadstone;

import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.error.HostFailed;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Try;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets one call of the ports around it fail as their adapters would: the n-th of all that can fail,
 * counted over all ports.
 */
final class Faults {

  private static final String FOLDER = "cache";

  private final int failing;
  private int calls;

  private Faults(int failing) {
    this.failing = failing;
  }

  /** Fails at a call, counted from one. */
  static Faults at(int call) {
    return new Faults(call);
  }

  static Faults none() {
    return new Faults(0);
  }

  /** Returns whether there were so many calls that one failed. */
  boolean hasOccurred() {
    return failing > 0 && calls >= failing;
  }

  <P> P in(Class<P> port, P real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            ports(port, real),
            (proxy, method, arguments) -> call(port, real, method, arguments)));
  }

  /** A store may implement optional ports, too. */
  private static Class<?>[] ports(Class<?> port, Object real) {
    return Stream.concat(Stream.of(port), Stream.of(real.getClass().getInterfaces()))
        .filter(type -> type.getPackage().equals(port.getPackage()))
        .distinct()
        .toArray(Class<?>[]::new);
  }

  private Object call(Class<?> port, Object real, Method method, Object[] arguments)
      throws Throwable {
    if (method.getReturnType().equals(Try.class) && ++calls == failing) {
      return Try.failure(failure(port, method, arguments));
    }
    try {
      Object answer = method.invoke(real, arguments);
      return answer instanceof HostView snapshot ? in(HostView.class, snapshot) : answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Throwable failure(Class<?> port, Method method, Object[] arguments) {
    if (port.equals(HostView.class)) {
      return new HostFailed(arguments[0].toString(), "a loader", new IllegalStateException("gone"));
    }
    if (port.equals(ClassFileReader.class)) {
      return new UnreadableClass(((ClassFile) arguments[0]).binaryName(), "is cut off", null);
    }
    if (port.equals(HostRuntime.class)) {
      return method.getName().startsWith("platformClass")
          ? new UnreadableClass(arguments[0].toString(), "cannot be read", null)
          : new LibraryUnknown(List.of("domain"), List.of(), null);
    }
    return StoreFailed.ofCache(FOLDER, "it cannot be read", null);
  }
}
