package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.MemberKey;
import dev.loadstone.domain.abi.MethodAbi;
import dev.loadstone.domain.abi.MethodReference;
import dev.loadstone.domain.abi.Modifier;
import dev.loadstone.domain.context.InheritedMember;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the members that a plugin's classes look for in classes of the host that only inherit them,
 * by going the way of resolution (JVMS 5.4.3.2 to 5.4.3.4).
 */
public final class InheritedMembers {

  private final Map<String, ClassAbi> host;
  private final Map<String, PluginClass> plugin = new HashMap<>();
  private final SortedSet<InheritedMember> found = new TreeSet<>();

  private InheritedMembers(Collection<PluginClass> plugin, Map<String, ClassAbi> host) {
    plugin.forEach(each -> this.plugin.put(each.abi().name(), each));
    this.host = host;
  }

  /**
   * Finds the members.
   *
   * @param plugin the classes of the plugin
   * @param host the classes of the host that it depends on, by name, with their supertypes
   * @return each class of the host that resolution passes without finding the member there, and
   *     that could declare a private one
   */
  public static SortedSet<InheritedMember> of(
      Collection<PluginClass> plugin, Map<String, ClassAbi> host) {
    InheritedMembers members = new InheritedMembers(plugin, host);
    for (PluginClass each : plugin) {
      each.references().fields().forEach(members::findField);
      each.references().methods().forEach(members::findMethod);
    }
    return Collections.unmodifiableSortedSet(members.found);
  }

  private void findField(FieldReference field) {
    String key = MemberKey.of(field.name(), field.descriptor());
    Set<String> passed = new LinkedHashSet<>();
    Option<ClassAbi> type = lookup(field.owner());
    // Fields of interfaces are public, so an interface hides nothing by a private one (JLS 9.3).
    while (type.exists(each -> !isInterface(each) && !findsField(each, key, new HashSet<>()))
        && passed.add(type.get().name())) {
      type = superclass(type.get());
    }
    add(passed, field.name(), field.descriptor());
  }

  private void findMethod(MethodReference method) {
    if (method.name().equals(MethodAbi.CONSTRUCTOR)) {
      return;
    }
    String key = MemberKey.of(method.name(), method.descriptor());
    Set<String> passed = new LinkedHashSet<>();
    Option<ClassAbi> type = lookup(method.owner());
    // Private methods count in the owner, whatever it is, and in its superclasses, but not in
    // superinterfaces (JVMS 5.4.3.3, 5.4.3.4).
    while (type.exists(each -> !declaresMethod(each, key)) && passed.add(type.get().name())) {
      type = isInterface(type.get()) ? Option.none() : superclass(type.get());
    }
    add(passed, method.name(), method.descriptor());
  }

  private void add(Set<String> passed, String name, String descriptor) {
    passed.stream()
        .filter(host::containsKey)
        .forEach(owner -> found.add(new InheritedMember(owner, name, descriptor)));
  }

  private boolean findsField(ClassAbi type, String key, Set<String> seen) {
    return declaresField(type, key)
        || type.interfaces().stream()
            .filter(seen::add)
            .anyMatch(each -> lookup(each).exists(one -> findsField(one, key, seen)));
  }

  private boolean declaresField(ClassAbi type, String key) {
    return hides(type, key)
        || type.fields().stream()
            .anyMatch(field -> MemberKey.of(field.name(), field.descriptor()).equals(key));
  }

  private boolean declaresMethod(ClassAbi type, String key) {
    return hides(type, key)
        || type.methods().stream()
            .anyMatch(method -> MemberKey.of(method.name(), method.descriptor()).equals(key));
  }

  private boolean hides(ClassAbi type, String key) {
    PluginClass own = plugin.get(type.name());
    return own != null && own.privateMembers().contains(key);
  }

  private Option<ClassAbi> lookup(String name) {
    PluginClass own = plugin.get(name);
    return own == null ? Option.of(host.get(name)) : Option.some(own.abi());
  }

  private Option<ClassAbi> superclass(ClassAbi type) {
    return type.superclass().flatMap(this::lookup);
  }

  private static boolean isInterface(ClassAbi type) {
    return type.modifiers().has(Modifier.INTERFACE);
  }
}
