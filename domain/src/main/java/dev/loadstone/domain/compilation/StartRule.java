package dev.loadstone.domain.compilation;

import dev.loadstone.domain.compilation.Start.Form;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rule what a side-effect plugin runs: the main method that {@code java} of a release would
 * call, {@code public static void main(String[])} before 25 and what JLS 12.1.4 says from 25 on; or
 * else the initializer of its main class.
 *
 * <p>A class that does everything in its initializer needs no main method. One with a lookalike of
 * a main method that nothing calls does not do everything there. The order of the search is that of
 * the launcher, which looks for a method of the name and the parameters first, and at its other
 * properties then.
 *
 * @param <T> what a compiler has for a type
 * @param <M> what it has for a method or constructor
 */
public final class StartRule<T, M> {

  private static final String MAIN_MISSING = "loadstone.err.main.missing";
  private static final String NOT_A_MAIN = "loadstone.err.not.a.main.method";

  /** The first release whose main methods may be instance methods, and so on (JEP 512). */
  public static final int FLEXIBLE = 25;

  private static final String MAIN = "main";

  private final Classes<T, M> classes;
  private final int release;

  /**
   * Makes the rule.
   *
   * @param classes what a compiler knows
   * @param release the release that is compiled for
   */
  public StartRule(Classes<T, M> classes, int release) {
    this.classes = Objects.requireNonNull(classes, "classes");
    this.release = release;
  }

  /**
   * What a compiler knows of the classes that it has compiled.
   *
   * @param <T> what it has for a type
   * @param <M> what it has for a method or constructor
   */
  public interface Classes<T, M> {

    /** {@return the simple name of a type} */
    String simpleName(T type);

    /** {@return whether a type is an enum} */
    boolean isEnum(T type);

    /** {@return whether a type is abstract} */
    boolean isAbstract(T type);

    /** {@return the superclass of a type, if it has one} */
    Option<T> superclass(T type);

    /** {@return the direct superinterfaces of a type} */
    List<T> interfaces(T type);

    /** {@return the methods that a type declares, in order} */
    List<M> methods(T type);

    /** {@return the constructors of a type, implicit ones included} */
    List<M> constructors(T type);

    /** {@return the name of a method} */
    String name(M method);

    /** {@return what a method is called in messages, beside the type that declares it} */
    String description(M method, T mainClass);

    /** {@return whether a method is static} */
    boolean isStatic(M method);

    /** {@return whether a method is public} */
    boolean isPublic(M method);

    /** {@return whether a method or constructor is private} */
    boolean isPrivate(M method);

    /** {@return whether a method returns nothing} */
    boolean isVoid(M method);

    /** {@return whether a method has one parameter, an array of strings} */
    boolean takesArguments(M method);

    /** {@return whether a method or constructor has no parameters} */
    boolean takesNothing(M method);

    /** {@return whether a type of the plugin's runs something when it is initialized (JLS 12.4)} */
    boolean runsWhenInitialized(T type);

    /** {@return whether the plugin calls, or refers to, any method of a name} */
    boolean isCalled(String name);
  }

  /**
   * What was found.
   *
   * @param <M> what a compiler has for a method
   */
  public sealed interface Found<M> {

    /** {@return the method that it is about, none where that is the main class} */
    Option<M> method();
  }

  /**
   * Something runs.
   *
   * @param method the main method, none where it is the initializer
   * @param form what runs
   */
  public record Runs<M>(Option<M> method, Form form) implements Found<M> {}

  /**
   * Nothing runs.
   *
   * @param method what could be taken for a main method, if anything could
   * @param code the diagnostic's code
   * @param message what is there, and what is missing
   */
  public record RunsNothing<M>(Option<M> method, String code, String message) implements Found<M> {}

  /** {@return what runs when a plugin of a main class starts} */
  public Found<M> find(T mainClass) {
    Option<M> method = mainMethod(mainClass);
    if (method.isDefined()) {
      return ofMain(mainClass, method.get());
    }
    boolean runs = superclasses(mainClass).anyMatch(classes::runsWhenInitialized);
    Option<M> lookalike =
        Option.ofOptional(
            lookalikes(mainClass).stream()
                .filter(each -> !runs || !classes.isCalled(classes.name(each)))
                .findFirst());
    if (lookalike.isDefined()) {
      return ofLookalike(mainClass, lookalike.get());
    }
    return runs
        ? new Runs<>(Option.none(), Form.INITIALIZER)
        : new RunsNothing<>(
            Option.none(),
            MAIN_MISSING,
            classes.simpleName(mainClass)
                + " has no main method, and no static initializer that runs anything\n"
                + expectation());
  }

  private Found<M> ofMain(T mainClass, M method) {
    return instanceFault(mainClass, method)
        .<Found<M>>map(
            fault ->
                new RunsNothing<>(
                    Option.some(method),
                    NOT_A_MAIN,
                    "Java "
                        + release
                        + " does not run "
                        + classes.description(method, mainClass)
                        + ": "
                        + fault
                        + ", so there is no instance to call it on\n(make the method static)"))
        .getOrElse(() -> new Runs<>(Option.some(method), form(method)));
  }

  private Found<M> ofLookalike(T mainClass, M lookalike) {
    return new RunsNothing<>(
        Option.some(lookalike),
        NOT_A_MAIN,
        "Java "
            + release
            + " does not run "
            + classes.description(lookalike, mainClass)
            + " as the main method: it "
            + sentence(faults(lookalike))
            + "\n"
            + expectation());
  }

  private String expectation() {
    return "(for Java "
        + release
        + ", a plugin without a contract starts in: "
        + (release < FLEXIBLE
            ? "public static void main(String[] args))"
            : "void main(String[] args), or void main())");
  }

  private static String sentence(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** Returns the method that is called, or that would be if an instance could be made. */
  private Option<M> mainMethod(T mainClass) {
    Option<M> found = find(mainClass, classes::takesArguments, classes::isPublic, any -> true);
    if (release < FLEXIBLE) {
      return found.filter(method -> faults(method).isEmpty());
    }
    return found
        .orElse(() -> find(mainClass, classes::takesArguments, any -> true, any -> true))
        .filter(method -> faults(method).isEmpty())
        .orElse(() -> find(mainClass, classes::takesNothing, any -> true, any -> true))
        .filter(method -> faults(method).isEmpty());
  }

  private Form form(M method) {
    if (classes.isStatic(method)) {
      return classes.takesArguments(method) ? Form.STATIC_MAIN_WITH_ARGUMENTS : Form.STATIC_MAIN;
    }
    return classes.takesArguments(method) ? Form.INSTANCE_MAIN_WITH_ARGUMENTS : Form.INSTANCE_MAIN;
  }

  /** Returns why no instance of a class can be made to call a method, none where it can. */
  private Option<String> instanceFault(T mainClass, M method) {
    if (classes.isStatic(method)) {
      return Option.none();
    }
    String name = classes.simpleName(mainClass);
    if (classes.isEnum(mainClass)) {
      return Option.some(name + " is an enum");
    }
    if (classes.isAbstract(mainClass)) {
      return Option.some(name + " is abstract");
    }
    return Option.ofOptional(
            classes.constructors(mainClass).stream().filter(classes::takesNothing).findFirst())
        .map(
            constructor ->
                Option.when(
                    classes.isPrivate(constructor),
                    "the constructor of " + name + " without parameters is private"))
        .getOrElse(() -> Option.some(name + " has no constructor without parameters"));
  }

  /**
   * Returns the methods that somebody could take for a main method, the likeliest first: own and
   * inherited ones of the name, and own ones of nearly that name.
   */
  private List<M> lookalikes(T mainClass) {
    Stream<M> ofName =
        superclasses(mainClass)
            .flatMap(type -> classes.methods(type).stream())
            .filter(method -> classes.name(method).equals(MAIN));
    Stream<M> nearly =
        classes.methods(mainClass).stream()
            .filter(method -> isMisspelled(classes.name(method)))
            .filter(method -> classes.takesArguments(method) || classes.takesNothing(method));
    return Stream.concat(ofName, nearly)
        .sorted(
            Comparator.comparing((M method) -> faults(method).size())
                .thenComparing(method -> !classes.takesArguments(method)))
        .toList();
  }

  /** Returns why a method is not a main method of the release, none where it is. */
  private List<String> faults(M method) {
    boolean isFlexible = release >= FLEXIBLE;
    boolean fits = classes.takesArguments(method) || (isFlexible && classes.takesNothing(method));
    return Stream.of(
            Option.when(!classes.name(method).equals(MAIN), "is not named main"),
            Option.when(!isFlexible && !classes.isPublic(method), "is not public"),
            Option.when(isFlexible && classes.isPrivate(method), "is private"),
            Option.when(!isFlexible && !classes.isStatic(method), "is not static"),
            Option.when(!classes.isVoid(method), "returns a value"),
            Option.when(
                !fits,
                isFlexible ? "takes something other than a String[]" : "does not take a String[]"))
        .flatMap(Option::toJavaStream)
        .toList();
  }

  private Option<M> find(
      T type, Predicate<M> parameters, Predicate<M> access, Predicate<M> dispatch) {
    Option<M> declared =
        Option.ofOptional(
            classes.methods(type).stream()
                .filter(method -> classes.name(method).equals(MAIN))
                .filter(parameters.and(access).and(dispatch))
                .findFirst());
    return declared
        .orElse(
            () ->
                classes
                    .superclass(type)
                    .flatMap(above -> find(above, parameters, access, dispatch)))
        .orElse(
            () ->
                Option.ofOptional(
                    classes.interfaces(type).stream()
                        .flatMap(
                            above ->
                                find(above, parameters, access, each -> !classes.isStatic(each))
                                    .toJavaStream())
                        .findFirst()));
  }

  private Stream<T> superclasses(T type) {
    return Stream.concat(
        Stream.of(type), classes.superclass(type).toJavaStream().flatMap(this::superclasses));
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
