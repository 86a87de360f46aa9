package dev.loadstone.domain.cache;

import java.util.List;

/**
 * The entries that were built from one request, any of which may fit the present host.
 *
 * @param sameBuild those of the present build, in the order in which they are to be tried
 * @param otherBuilds those of other compilers or builds of the library, likewise
 */
public record Candidates(List<CacheEntry> sameBuild, List<CacheEntry> otherBuilds) {

  public Candidates {
    sameBuild = List.copyOf(sameBuild);
    otherBuilds = List.copyOf(otherBuilds);
  }
}
