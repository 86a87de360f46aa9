package dev.loadstone.domain.artifact;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digests of what annotation processors made, beside classes.
 *
 * @param sources the digest of each source, held or not, in order
 * @param resources the digest of each resource, by its name
 */
public record GeneratedDigests(List<SourceDigest> sources, SortedMap<String, Digest> resources) {

  /** Of an artifact for which no processor made anything. */
  public static final GeneratedDigests NONE = new GeneratedDigests(List.of(), new TreeMap<>());

  public GeneratedDigests {
    sources = List.copyOf(sources);
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /**
   * Computes the digests.
   *
   * @param sources the sources, held or not
   * @param resources the resources
   */
  static GeneratedDigests of(List<SourceEntry> sources, SortedMap<String, Bytes> resources) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    for (Map.Entry<String, Bytes> resource : resources.entrySet()) {
      digests.put(resource.getKey(), Digest.of(resource.getValue()));
    }
    return new GeneratedDigests(sources.stream().map(SourceDigest::of).toList(), digests);
  }
}
