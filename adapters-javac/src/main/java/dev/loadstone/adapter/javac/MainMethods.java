package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.Start.Form;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Finds the main method of a class as {@code java} of a release does: {@code public static void
 * main(String[])} before 25, and what JLS 12.1.4 says from 25 on.
 *
 * <p>The order of the search is that of the launcher, which looks for a method of the name and the
 * parameters first, and at its other properties then.
 */
final class MainMethods {

  /** The first release whose main methods may be instance methods, and so on (JEP 512). */
  static final int FLEXIBLE = 25;

  private static final String MAIN = "main";

  private final Types types;
  private final int release;

  MainMethods(Types types, int release) {
    this.types = types;
    this.release = release;
  }

  /** Returns the method that is called, or that would be if an instance could be made. */
  Option<ExecutableElement> of(TypeElement mainClass) {
    Option<ExecutableElement> found =
        find(mainClass, this::takesArguments, MainMethods::isPublic, true);
    if (release < FLEXIBLE) {
      return found.filter(method -> faults(method).isEmpty());
    }
    return found
        .orElse(() -> find(mainClass, this::takesArguments, any -> true, true))
        .filter(method -> faults(method).isEmpty())
        .orElse(() -> find(mainClass, MainMethods::takesNothing, any -> true, true))
        .filter(method -> faults(method).isEmpty());
  }

  Form form(ExecutableElement method) {
    if (isStatic(method)) {
      return takesArguments(method) ? Form.STATIC_MAIN_WITH_ARGUMENTS : Form.STATIC_MAIN;
    }
    return takesArguments(method) ? Form.INSTANCE_MAIN_WITH_ARGUMENTS : Form.INSTANCE_MAIN;
  }

  /** Returns why no instance of a class can be made to call a method, none where it can. */
  Option<String> instanceFault(TypeElement mainClass, ExecutableElement method) {
    if (isStatic(method)) {
      return Option.none();
    }
    String name = mainClass.getSimpleName().toString();
    if (mainClass.getKind() == ElementKind.ENUM) {
      return Option.some(name + " is an enum");
    }
    if (mainClass.getModifiers().contains(Modifier.ABSTRACT)) {
      return Option.some(name + " is abstract");
    }
    return Option.ofOptional(
            ElementFilter.constructorsIn(mainClass.getEnclosedElements()).stream()
                .filter(MainMethods::takesNothing)
                .findFirst())
        .map(
            constructor ->
                Option.when(
                    isPrivate(constructor),
                    "the constructor of " + name + " without parameters is private"))
        .getOrElse(() -> Option.some(name + " has no constructor without parameters"));
  }

  /**
   * Returns the methods that somebody could take for a main method, the likeliest first: own and
   * inherited ones of the name, and own ones of nearly that name.
   */
  List<ExecutableElement> lookalikes(TypeElement mainClass) {
    Stream<ExecutableElement> ofName =
        superclasses(mainClass)
            .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
            .filter(method -> method.getSimpleName().contentEquals(MAIN));
    Stream<ExecutableElement> nearly =
        ElementFilter.methodsIn(mainClass.getEnclosedElements()).stream()
            .filter(method -> isMisspelled(method.getSimpleName().toString()))
            .filter(method -> takesArguments(method) || takesNothing(method));
    return Stream.concat(ofName, nearly)
        .sorted(
            Comparator.comparing((ExecutableElement method) -> faults(method).size())
                .thenComparing(method -> !takesArguments(method)))
        .toList();
  }

  /** Returns why a method is not a main method of the release, none where it is. */
  List<String> faults(ExecutableElement method) {
    boolean isFlexible = release >= FLEXIBLE;
    boolean fits = takesArguments(method) || (isFlexible && takesNothing(method));
    return Stream.of(
            Option.when(!method.getSimpleName().contentEquals(MAIN), "is not named main"),
            Option.when(!isFlexible && !isPublic(method), "is not public"),
            Option.when(isFlexible && isPrivate(method), "is private"),
            Option.when(!isFlexible && !isStatic(method), "is not static"),
            Option.when(method.getReturnType().getKind() != TypeKind.VOID, "returns a value"),
            Option.when(
                !fits,
                isFlexible ? "takes something other than a String[]" : "does not take a String[]"))
        .flatMap(Option::toJavaStream)
        .toList();
  }

  private Option<ExecutableElement> find(
      TypeElement type,
      Predicate<ExecutableElement> parameters,
      Predicate<ExecutableElement> access,
      boolean includingStatic) {
    Option<ExecutableElement> declared =
        Option.ofOptional(
            ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(MAIN))
                .filter(parameters.and(access))
                .filter(method -> includingStatic || !isStatic(method))
                .findFirst());
    return declared
        .orElse(
            () ->
                element(type.getSuperclass())
                    .flatMap(above -> find(above, parameters, access, includingStatic)))
        .orElse(
            () ->
                Option.ofOptional(
                    type.getInterfaces().stream()
                        .flatMap(above -> element(above).toJavaStream())
                        .flatMap(above -> find(above, parameters, access, false).toJavaStream())
                        .findFirst()));
  }

  /** Returns a class and its superclasses. */
  Stream<TypeElement> superclasses(TypeElement type) {
    return Stream.concat(
        Stream.of(type), element(type.getSuperclass()).toJavaStream().flatMap(this::superclasses));
  }

  private static Option<TypeElement> element(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? Option.some(element)
        : Option.none();
  }

  private boolean takesArguments(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return parameters.size() == 1
        && types.erasure(parameters.get(0).asType()) instanceof ArrayType array
        && array.getComponentType() instanceof DeclaredType component
        && component.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals(String.class.getName());
  }

  private static boolean takesNothing(ExecutableElement method) {
    return method.getParameters().isEmpty();
  }

  private static boolean isStatic(Element method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  private static boolean isPublic(Element method) {
    return method.getModifiers().contains(Modifier.PUBLIC);
  }

  private static boolean isPrivate(Element method) {
    return method.getModifiers().contains(Modifier.PRIVATE);
  }

  private static boolean isMisspelled(String name) {
    String letters = name.toLowerCase(Locale.ROOT);
    return !name.equals(MAIN)
        && (sorted(letters).equals(sorted(MAIN))
            || lacksOneLetterOf(letters, MAIN)
            || lacksOneLetterOf(MAIN, letters));
  }

  private static String sorted(String letters) {
    return letters.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static boolean lacksOneLetterOf(String shorter, String longer) {
    return IntStream.range(0, longer.length())
        .anyMatch(i -> (longer.substring(0, i) + longer.substring(i + 1)).equals(shorter));
  }
}
