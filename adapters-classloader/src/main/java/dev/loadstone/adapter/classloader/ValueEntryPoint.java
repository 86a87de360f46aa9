package dev.loadstone.adapter.classloader;

import io.vavr.control.Option;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;

/**
 * Starts a plugin that gives a value: by its main class's own {@code public static provider()}, or
 * else by the constructor without parameters.
 */
record ValueEntryPoint(Class<?> mainClass, Class<?> contract, PluginCode.Call source)
    implements EntryPoint {

  private static final String PROVIDER = "provider";

  static ValueEntryPoint of(Class<?> mainClass, Class<?> contract) {
    Option<Method> provider =
        Option.ofOptional(
            Arrays.stream(mainClass.getDeclaredMethods())
                .filter(ValueEntryPoint::isProvider)
                .findFirst());
    PluginCode.Call source =
        provider.isDefined()
            ? byProvider(provider.get(), contract)
            : byConstructor(mainClass, contract);
    return new ValueEntryPoint(mainClass, contract, source);
  }

  @Override
  public Option<Object> start(List<String> arguments) throws Throwable {
    PluginCode.initialize(mainClass);
    Object value = PluginCode.call(source);
    if (value == null) {
      throw new NullPointerException(mainClass.getName() + "." + PROVIDER + "() gave null");
    }
    if (!contract.isInstance(value)) {
      throw new ClassCastException(
          "the value is of " + value.getClass() + ", which is not " + contract.getName());
    }
    return Option.some(value);
  }

  private static boolean isProvider(Method method) {
    return method.getName().equals(PROVIDER)
        && method.getParameterCount() == 0
        && Modifier.isPublic(method.getModifiers())
        && Modifier.isStatic(method.getModifiers());
  }

  private static PluginCode.Call byProvider(Method provider, Class<?> contract) {
    Class<?> declared = MethodType.methodType(provider.getReturnType()).wrap().returnType();
    // A type variable may stand for the contract, whatever it is erased to.
    boolean isTold = !(provider.getGenericReturnType() instanceof TypeVariable);
    if (isTold && !contract.isAssignableFrom(declared)) {
      throw new IncompatibleClassChangeError(
          provider + " gives no " + contract.getName() + ", the plugin's contract");
    }
    provider.setAccessible(true);
    return () -> provider.invoke(null);
  }

  private static PluginCode.Call byConstructor(Class<?> mainClass, Class<?> contract) {
    if (!contract.isAssignableFrom(mainClass)) {
      throw new IncompatibleClassChangeError(
          mainClass.getName() + " is no " + contract.getName() + ", the plugin's contract");
    }
    if (Modifier.isAbstract(mainClass.getModifiers())) {
      throw new InstantiationError(mainClass.getName() + ", the main class, is abstract");
    }
    Constructor<?> constructor = constructorOf(mainClass);
    constructor.setAccessible(true);
    return constructor::newInstance;
  }

  private static Constructor<?> constructorOf(Class<?> mainClass) {
    try {
      return mainClass.getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw new NoSuchMethodError(
          mainClass.getName() + ", the main class, has no constructor without parameters");
    }
  }
}
