package dev.loadstone.application;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.HashMap;
import java.util.Map;

/** Tells which types are the JDK's or the host's, so that no plugin's file declares them. */
final class HostTypes {

  private enum Owner {
    NOBODY,
    /** The host has classes in it, or may have some since it cannot list them. */
    HOST,
    /** The JDK, or the host in a package that it hides: all names in it are taken. */
    CLOSED
  }

  private final HostView host;
  private final Map<String, Owner> owners = new HashMap<>();

  HostTypes(HostView host) {
    this.host = host;
  }

  /**
   * Returns whether a type exists without any file of the plugin's. Whatever has the name of a
   * package of the JDK's, or of one that the host hides, is theirs: a plugin cannot add to it.
   */
  Try<Boolean> has(String type) {
    String packageName = ClassFile.packageOf(type);
    return packageName.isEmpty()
        ? Try.success(false)
        : owner(packageName)
            .flatMap(
                owner ->
                    owner == Owner.HOST
                        ? host.classFile(type).map(Option::isDefined)
                        : Try.success(owner == Owner.CLOSED));
  }

  private Try<Owner> owner(String packageName) {
    return Option.of(owners.get(packageName))
        .map(Try::success)
        .getOrElse(
            () -> askForOwner(packageName).onSuccess(owner -> owners.put(packageName, owner)));
  }

  private Try<Owner> askForOwner(String packageName) {
    return host.listsAll(packageName)
        .flatMap(listsAll -> listsAll ? listedOwner(packageName) : Try.success(Owner.HOST));
  }

  private Try<Owner> listedOwner(String packageName) {
    return host.hasPackage(packageName)
        .flatMap(
            isTaken ->
                isTaken
                    ? host.classesIn(packageName)
                        .map(classes -> classes.isEmpty() ? Owner.CLOSED : Owner.HOST)
                    : Try.success(Owner.NOBODY));
  }
}
