package dev.loadstone.adapter.classloader;

import io.vavr.control.Option;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * Starts a plugin that is loaded for what it does: initialises its main class, then calls its
 * {@code public static void main(String[])}, own or inherited, if it has one.
 */
record SideEffectEntryPoint(Class<?> mainClass, Option<Method> main) implements EntryPoint {

  static SideEffectEntryPoint of(Class<?> mainClass) {
    Option<Method> main =
        Option.ofOptional(
            Arrays.stream(mainClass.getMethods())
                .filter(method -> method.getName().equals("main"))
                .filter(SideEffectEntryPoint::isMain)
                .findFirst());
    main.forEach(method -> method.setAccessible(true));
    return new SideEffectEntryPoint(mainClass, main);
  }

  @Override
  public Option<Object> start(List<String> arguments) throws Throwable {
    PluginCode.initialize(mainClass);
    if (main.isDefined()) {
      PluginCode.call(() -> main.get().invoke(null, (Object) arguments.toArray(new String[0])));
    }
    return Option.none();
  }

  private static boolean isMain(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && method.getReturnType() == void.class
        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String[].class});
  }
}
