package dev.loadstone.application;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which types are the JDK's or the host's, so that no plugin's file declares them. */
final class HostTypes {

  private enum Owner {
    /** The host has classes in it, or may have some where it cannot be listed. */
    OPEN,
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
                    owner == Owner.CLOSED
                        ? Try.success(true)
                        : host.classFile(type).map(Option::isDefined));
  }

  private Try<Owner> owner(String packageName) {
    return Option.of(owners.get(packageName))
        .map(Try::success)
        .getOrElse(
            () -> askForOwner(packageName).onSuccess(owner -> owners.put(packageName, owner)));
  }

  private Try<Owner> askForOwner(String packageName) {
    return host.hasPackage(packageName)
        .flatMap(isTaken -> isTaken ? isClosed(packageName) : Try.success(false))
        .map(isClosed -> isClosed ? Owner.CLOSED : Owner.OPEN);
  }

  private Try<Boolean> isClosed(String packageName) {
    return host.listsAll(packageName)
        .flatMap(
            listsAll ->
                listsAll ? host.classesIn(packageName).map(List::isEmpty) : Try.success(false));
  }
}
