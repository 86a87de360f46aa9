package dev.loadstone.domain.abi.difference;

import dev.loadstone.domain.abi.Metadata;
import dev.loadstone.domain.abi.UnknownAttribute;
import dev.loadstone.domain.context.Difference;
import java.util.List;
import java.util.TreeSet;

/** Says in words how annotations and unknown attributes of a class or member differ. */
final class MetadataDifferences {

  private final Findings findings;
  private final Difference.Kind kind;
  private final String prefix;

  /** Finds differences of a member, or of the class itself, which has an empty name. */
  MetadataDifferences(Findings findings, Difference.Kind kind, String what) {
    this.findings = findings;
    this.kind = kind;
    this.prefix = what.isEmpty() ? "" : what + ": ";
  }

  void compare(Metadata then, Metadata now) {
    for (String annotation : Pairs.without(then.annotations(), now.annotations())) {
      findings.removed(kind, prefix + annotation);
    }
    for (String annotation : Pairs.without(now.annotations(), then.annotations())) {
      findings.added(kind, prefix + annotation);
    }
    List<UnknownAttribute> gone = Pairs.without(then.unknownAttributes(), now.unknownAttributes());
    List<UnknownAttribute> come = Pairs.without(now.unknownAttributes(), then.unknownAttributes());
    TreeSet<String> attributes = new TreeSet<>();
    gone.forEach(attribute -> attributes.add(attribute.name()));
    come.forEach(attribute -> attributes.add(attribute.name()));
    for (String name : attributes) {
      attribute("attribute " + name, contents(gone, name), contents(come, name));
    }
  }

  private void attribute(String what, List<String> was, List<String> is) {
    if (was.isEmpty()) {
      findings.added(kind, prefix + what);
    } else if (is.isEmpty()) {
      findings.removed(kind, prefix + what);
    } else {
      findings.add(
          kind,
          prefix + what + " " + String.join(", ", was),
          prefix + what + " " + String.join(", ", is),
          prefix + what + " has another content");
    }
  }

  private static List<String> contents(List<UnknownAttribute> attributes, String name) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(attribute -> attribute.content().toString())
        .toList();
  }
}
