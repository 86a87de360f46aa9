package dev.loadstone.testkit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plugin that is compiled against one version of a host, and meets another. The host's classes
 * are in {@code com.acme}; the plugin is {@code plugin.Plugin}, a {@code Callable<Object>}.
 *
 * @param name what has changed
 * @param before the first version, type after type, divided by lines of three hyphens
 * @param after the second version; what follows a line of three equals signs is compiled with it
 *     but not there
 * @param plugin the body of the plugin's {@code call()}; further classes follow, divided by lines
 *     of three hyphens
 * @param effect what happens if nobody checks
 * @param differences the differences that linking would notice, each as its text, in their order
 */
public record HostChange(
    String name,
    String before,
    String after,
    String plugin,
    Effect effect,
    List<String> differences) {

  private static final Pattern DIVIDER = Pattern.compile("(?m)^---\n");
  private static final String MISSING = "===\n";
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record)\\s+(\\w+)");

  /** What happens if a plugin is run in another version of its host. */
  public enum Effect {
    /** It runs, and gives the same result. */
    SAME,
    /** It runs as before, but gives another result when it is compiled anew. */
    OUTDATED,
    /** It meets a {@code LinkageError}, or an error that one causes. */
    ERROR
  }

  public HostChange {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(plugin, "plugin");
    Objects.requireNonNull(effect, "effect");
    differences = List.copyOf(differences);
  }

  /**
   * Returns the sources of the first version.
   *
   * @return the texts by file name, such as {@code Rule.java}
   */
  public Map<String, String> sourcesBefore() {
    return host(before);
  }

  /**
   * Returns the sources of the second version.
   *
   * @return the texts by file name; some of their classes may be {@link #missingAfter()}
   */
  public Map<String, String> sourcesAfter() {
    return host(after.replace(MISSING, "---\n"));
  }

  /**
   * Returns the classes that the second version is compiled with, but that are not in it.
   *
   * @return their binary names
   */
  public List<String> missingAfter() {
    int missing = after.indexOf(MISSING);
    return missing < 0
        ? List.of()
        : host(after.substring(missing + MISSING.length())).keySet().stream()
            .map(file -> "com.acme." + file.substring(0, file.length() - ".java".length()))
            .toList();
  }

  private static Map<String, String> host(String types) {
    Map<String, String> sources = new TreeMap<>();
    for (String type : DIVIDER.splitAsStream(types).toList()) {
      Matcher name = TYPE.matcher(type);
      if (name.find()) {
        sources.put(
            name.group(1) + ".java",
            "package com.acme;\nimport java.util.*;\nimport java.util.function.*;\n" + type);
      }
    }
    return sources;
  }

  /**
   * Returns the source of the plugin.
   *
   * @return the text of {@code Plugin.java}
   */
  public String pluginSource() {
    List<String> parts = DIVIDER.splitAsStream(plugin).toList();
    return "package plugin;\nimport com.acme.*;\nimport java.util.*;\nimport java.util.function.*;\n"
        + "public class Plugin implements java.util.concurrent.Callable<Object> {\n"
        + "@Override public Object call() throws Exception {\n"
        + parts.get(0)
        + "\n}\n}\n"
        + String.join("\n", parts.subList(1, parts.size()));
  }

  @Override
  public String toString() {
    return name;
  }
}
