package dev.loadstone.adapter.jar;

import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.content.Digest;
import java.util.SortedMap;

/**
 * A provenance as it was read.
 *
 * @param provenance the provenance
 * @param entries the digests of the entries that it names, of which some may have no place in an
 *     artifact
 */
record ParsedProvenance(Provenance provenance, SortedMap<String, Digest> entries) {}
