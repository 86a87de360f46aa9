package dev.loadstone.domain.artifact;

import dev.loadstone.domain.content.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What annotation processors made, as an artifact holds it, beside classes.
 *
 * @param sources the sources, named as the user's are; empty where sources are omitted
 * @param resources the resources, by their names
 */
public record GeneratedEntries(List<SourceEntry> sources, SortedMap<String, Bytes> resources) {

  /** Of an artifact for which no processor made anything. */
  public static final GeneratedEntries NONE = new GeneratedEntries(List.of(), new TreeMap<>());

  public GeneratedEntries {
    sources = List.copyOf(sources);
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }
}
