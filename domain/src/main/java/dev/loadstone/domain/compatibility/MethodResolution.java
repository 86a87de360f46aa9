package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.Access;
import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.Modifier;
import io.vavr.control.Option;
import java.util.List;
import java.util.Set;

/** Looks for a method or constructor (JVMS 5.4.3.3 in classes, 5.4.3.4 in interfaces). */
final class MethodResolution {

  private static final String OBJECT = "java.lang.Object";
  private static final Set<String> POLYMORPHIC =
      Set.of("java.lang.invoke.MethodHandle", "java.lang.invoke.VarHandle");
  private static final String ANY_ARGUMENTS = "([Ljava/lang/Object;)";

  private final ClassHierarchy world;
  private final String name;
  private final String descriptor;

  private MethodResolution(ClassHierarchy world, String name, String descriptor) {
    this.world = world;
    this.name = name;
    this.descriptor = descriptor;
  }

  static Resolution<MethodAbi> resolve(
      ClassHierarchy world, ClassAbi owner, String name, String descriptor) {
    MethodResolution resolution = new MethodResolution(world, name, descriptor);
    Ancestry ancestry = world.ancestry(owner);
    return (owner.linkageModifiers().has(Modifier.INTERFACE)
            ? resolution.inInterface(owner)
            : resolution.inClasses(ancestry.classes()))
        .orElse(() -> resolution.inherited(ancestry))
        .getOrElse(() -> Resolution.none(ancestry));
  }

  private Option<Resolution<MethodAbi>> inClasses(List<ClassAbi> classes) {
    for (ClassAbi type : classes) {
      Option<Resolution<MethodAbi>> declared = in(type);
      if (declared.isDefined() || name.equals(MethodAbi.CONSTRUCTOR)) {
        return declared.orElse(
            () ->
                Option.some(
                    new Resolution<>(Resolution.Result.MISSING, Option.none(), Option.none())));
      }
    }
    return Option.none();
  }

  private Option<Resolution<MethodAbi>> inInterface(ClassAbi owner) {
    return in(owner)
        .orElse(
            () ->
                world
                    .find(OBJECT)
                    .flatMap(this::in)
                    .filter(
                        found ->
                            found
                                .member()
                                .exists(
                                    method ->
                                        method.modifiers().access() == Access.PUBLIC
                                            && !method.modifiers().has(Modifier.STATIC))));
  }

  private Option<Resolution<MethodAbi>> in(ClassAbi type) {
    Option<MethodAbi> declared =
        world
            .method(type, name, descriptor)
            .orElse(() -> POLYMORPHIC.contains(type.name()) ? polymorphic(type) : Option.none());
    if (declared.isDefined()) {
      return Option.some(Resolution.found(type, declared.get()));
    }
    return Option.when(
        world.hasPrivateMember(type, name, descriptor), () -> Resolution.hidden(type));
  }

  /** A signature polymorphic method (JVMS 2.9.3), which takes whatever it is called with. */
  private Option<MethodAbi> polymorphic(ClassAbi type) {
    List<MethodAbi> named =
        type.methods().stream().filter(method -> method.name().equals(name)).toList();
    return Option.when(
        named.size() == 1
            && named.get(0).descriptor().startsWith(ANY_ARGUMENTS)
            && named.get(0).modifiers().has(Modifier.NATIVE)
            && named.get(0).modifiers().has(Modifier.VARARGS),
        () -> named.get(0));
  }

  private Option<Resolution<MethodAbi>> inherited(Ancestry ancestry) {
    return MaximallySpecific.of(world, ancestry, name, descriptor).any();
  }
}
