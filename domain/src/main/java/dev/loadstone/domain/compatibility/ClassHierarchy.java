package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.MemberKey;
import dev.loadstone.domain.abi.MethodAbi;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** All classes at one time: the plugin's, which are always the same, and those around them. */
final class ClassHierarchy {

  private final Map<String, PluginClass> plugin = new HashMap<>();
  private final Function<String, Option<ClassAbi>> around;
  private final Function<String, Set<String>> privateMembersAround;
  private final Map<String, Option<ClassAbi>> found = new HashMap<>();
  private final Map<String, Ancestry> ancestries = new HashMap<>();
  private final Map<String, Members> members = new HashMap<>();

  private ClassHierarchy(
      Collection<PluginClass> plugin,
      Function<String, Option<ClassAbi>> around,
      Function<String, Set<String>> privateMembersAround) {
    plugin.forEach(each -> this.plugin.put(each.name(), each));
    this.around = around;
    this.privateMembersAround = privateMembersAround;
  }

  static ClassHierarchy now(Collection<PluginClass> plugin, ClassLookup lookup) {
    return new ClassHierarchy(plugin, lookup::find, lookup::privateMembers);
  }

  /** What the compiler saw; the JDK's classes were not recorded, and stand for themselves. */
  static ClassHierarchy recorded(
      Collection<PluginClass> plugin,
      Function<String, Option<ClassAbi>> recorded,
      ClassLookup lookup) {
    return new ClassHierarchy(
        plugin,
        name ->
            recorded
                .apply(name)
                .orElse(() -> lookup.find(name).filter(type -> lookup.isOfJdk(name))),
        name -> Set.of());
  }

  boolean isOfPlugin(String binaryName) {
    return plugin.containsKey(binaryName);
  }

  Option<ClassAbi> find(String binaryName) {
    Option<ClassAbi> known = found.get(binaryName);
    if (known == null) {
      PluginClass own = plugin.get(binaryName);
      known = own == null ? around.apply(binaryName) : Option.some(own.abi());
      found.put(binaryName, known);
    }
    return known;
  }

  /** The classes around the plugin that were asked for, whether or not they were found. */
  SortedSet<String> asked() {
    SortedSet<String> names = new TreeSet<>(found.keySet());
    names.removeAll(plugin.keySet());
    return names;
  }

  Ancestry ancestry(ClassAbi type) {
    Ancestry known = ancestries.get(type.name());
    if (known == null) {
      known = Ancestry.of(type, this::find);
      ancestries.put(type.name(), known);
    }
    return known;
  }

  Option<FieldAbi> field(ClassAbi type, String name, String descriptor) {
    return members(type).field(name, descriptor);
  }

  Option<MethodAbi> method(ClassAbi type, String name, String descriptor) {
    return members(type).method(name, descriptor);
  }

  private Members members(ClassAbi type) {
    return members.computeIfAbsent(type.name(), name -> new Members(type));
  }

  boolean hasPrivateMember(ClassAbi type, String name, String descriptor) {
    return privateMembers(type).contains(MemberKey.of(name, descriptor));
  }

  private Set<String> privateMembers(ClassAbi type) {
    PluginClass own = plugin.get(type.name());
    return own == null ? privateMembersAround.apply(type.name()) : own.privateMembers();
  }
}
