package dev.loadstone.domain.source;

import java.util.Objects;

/**
 * A compilation unit, as far as its syntax tells.
 *
 * @param outline what it declares
 * @param references what it may need of others
 */
public record ParsedSource(SourceOutline outline, TypeReferences references) {

  public ParsedSource {
    Objects.requireNonNull(outline, "outline");
    Objects.requireNonNull(references, "references");
  }
}
