package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.Set;

/** Looks for a field (JVMS 5.4.3.2). */
final class FieldResolution {

  private final ClassHierarchy world;
  private final String name;
  private final String descriptor;
  private final Set<String> seen = new HashSet<>();

  private FieldResolution(ClassHierarchy world, String name, String descriptor) {
    this.world = world;
    this.name = name;
    this.descriptor = descriptor;
  }

  static Resolution<FieldAbi> resolve(
      ClassHierarchy world, ClassAbi owner, String name, String descriptor) {
    return new FieldResolution(world, name, descriptor)
        .in(owner)
        .getOrElse(() -> Resolution.none(world.ancestry(owner)));
  }

  private Option<Resolution<FieldAbi>> in(ClassAbi type) {
    if (!seen.add(type.name())) {
      return Option.none();
    }
    Option<FieldAbi> declared = world.field(type, name, descriptor);
    if (declared.isDefined()) {
      return Option.some(Resolution.found(type, declared.get()));
    }
    if (world.hasPrivateMember(type, name, descriptor)) {
      return Option.some(Resolution.hidden(type));
    }
    for (String superinterface : type.interfaces()) {
      Option<Resolution<FieldAbi>> inherited = world.find(superinterface).flatMap(this::in);
      if (inherited.isDefined()) {
        return inherited;
      }
    }
    return type.superclass().flatMap(world::find).flatMap(this::in);
  }
}
