package dev.loadstone.domain.compilation;

import dev.loadstone.domain.content.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What annotation processors made, beside classes: those are among the others.
 *
 * @param sources the sources, which were compiled with the user's, sorted by name; each one's path
 *     is its package as folders and its type's name, such as {@code com/acme/PricingImpl.java}
 * @param resources the resources by their names, such as {@code META-INF/services/com.acme.Rule}
 */
public record GeneratedFiles(List<CompiledSource> sources, SortedMap<String, Bytes> resources) {

  /** Of a compilation without processors. */
  public static final GeneratedFiles NONE = new GeneratedFiles(List.of(), new TreeMap<>());

  public GeneratedFiles {
    sources = List.copyOf(sources);
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }
}
