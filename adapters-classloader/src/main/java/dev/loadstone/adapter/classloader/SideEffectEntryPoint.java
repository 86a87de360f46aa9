package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.compilation.Start.Form;
import io.vavr.control.Option;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts a plugin that is loaded for what it does: initialises its main class, then calls the main
 * method of the recorded form, own or inherited, if the form names one.
 */
record SideEffectEntryPoint(
    Class<?> mainClass, Option<Method> main, Option<Constructor<?>> constructor)
    implements EntryPoint {

  private static final String MAIN = "main";

  /**
   * Finds what the form names.
   *
   * @throws LinkageError if it is not there
   */
  static SideEffectEntryPoint of(Class<?> mainClass, Form form) {
    if (form == Form.INITIALIZER) {
      return new SideEffectEntryPoint(mainClass, Option.none(), Option.none());
    }
    Method main = main(mainClass, form);
    main.setAccessible(true);
    return new SideEffectEntryPoint(
        mainClass,
        Option.some(main),
        form.isStatic() ? Option.none() : Option.some(constructor(mainClass)));
  }

  @Override
  public Option<Object> start(List<String> arguments) throws Throwable {
    PluginCode.initialize(mainClass);
    if (main.isDefined()) {
      Object instance = constructor.isDefined() ? newInstance(constructor.get()) : null;
      call(main.get(), instance, arguments);
    }
    return Option.none();
  }

  private static @Nullable Object newInstance(Constructor<?> constructor) throws Throwable {
    return PluginCode.call(constructor::newInstance);
  }

  private static void call(Method main, @Nullable Object instance, List<String> arguments)
      throws Throwable {
    PluginCode.call(
        () ->
            main.getParameterCount() == 0
                ? main.invoke(instance)
                : main.invoke(instance, (Object) arguments.toArray(new String[0])));
  }

  private static Method main(Class<?> mainClass, Form form) {
    Class<?>[] parameters =
        form.takesArguments() ? new Class<?>[] {String[].class} : new Class<?>[0];
    Predicate<Method> isMain =
        method ->
            method.getName().equals(MAIN)
                && Arrays.equals(method.getParameterTypes(), parameters)
                && method.getReturnType() == void.class
                && Modifier.isStatic(method.getModifiers()) == form.isStatic()
                && !Modifier.isPrivate(method.getModifiers());
    Stream<Method> ofClasses =
        Stream.<Class<?>>iterate(mainClass, type -> type != null, Class::getSuperclass)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
    // Among all public methods are those that interfaces declare.
    return Stream.concat(ofClasses, Arrays.stream(mainClass.getMethods()))
        .filter(isMain)
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchMethodError(
                    mainClass.getName() + ", the main class, has no method " + form.text()));
  }

  private static Constructor<?> constructor(Class<?> mainClass) {
    if (Modifier.isAbstract(mainClass.getModifiers())) {
      throw new InstantiationError(mainClass.getName() + ", the main class, is abstract");
    }
    Constructor<?> constructor = constructorWithoutParameters(mainClass);
    constructor.setAccessible(true);
    return constructor;
  }

  private static Constructor<?> constructorWithoutParameters(Class<?> mainClass) {
    try {
      return mainClass.getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw new NoSuchMethodError(
          mainClass.getName() + ", the main class, has no constructor without parameters");
    }
  }
}
