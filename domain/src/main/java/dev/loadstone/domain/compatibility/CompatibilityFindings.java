package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.context.Difference;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what is found, each thing once, with the plugin's classes that meet it. */
final class CompatibilityFindings {

  private final SortedMap<Finding, SortedSet<String>> users = new TreeMap<>();

  void add(Finding finding, String user) {
    users.computeIfAbsent(finding, any -> new TreeSet<>()).add(user);
  }

  /** What no single class of the plugin meets. */
  void add(Finding finding) {
    users.computeIfAbsent(finding, any -> new TreeSet<>());
  }

  boolean hasClass(String name) {
    return users.keySet().stream()
        .filter(
            each ->
                each.kind() == Difference.Kind.HOST_CLASS
                    || each.kind() == Difference.Kind.JDK_CLASS)
        .anyMatch(each -> each.subject().equals(name));
  }

  List<Difference> differences() {
    return users.entrySet().stream()
        .map(found -> difference(found.getKey(), found.getValue()))
        .toList();
  }

  private static Difference difference(Finding finding, SortedSet<String> users) {
    String suffix = users.isEmpty() ? "" : finding.role() + " " + Wording.names(List.copyOf(users));
    return new Difference(
        finding.kind(),
        finding.subject(),
        finding.was(),
        finding.is(),
        finding.sentence() + suffix);
  }
}
