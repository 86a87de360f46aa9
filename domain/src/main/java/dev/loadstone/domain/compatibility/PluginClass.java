package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.ClassReferences;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One class of a plugin.
 *
 * @param abi what others can see of it
 * @param references what it asks of others
 * @param privateMembers its fields and methods that {@code abi} leaves out, as {@link
 *     dev.loadstone.domain.port.ClassFileReader#privateMembers} gives them
 */
public record PluginClass(
    ClassAbi abi, ClassReferences references, SortedSet<String> privateMembers) {

  public PluginClass {
    Objects.requireNonNull(abi, "abi");
    Objects.requireNonNull(references, "references");
    privateMembers = Collections.unmodifiableSortedSet(new TreeSet<>(privateMembers));
  }

  String name() {
    return abi.name();
  }
}
