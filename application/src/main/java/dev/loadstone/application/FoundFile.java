package dev.loadstone.application;

import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceOutline;
import dev.loadstone.domain.source.SourceOutline.DeclaredType;
import java.util.List;

/**
 * A file that was found, read and parsed.
 *
 * @param place where it is
 * @param source its path and text
 * @param parsed what it declares and needs
 */
record FoundFile(SourceTree.Place place, SourceFile source, ParsedSource parsed) {

  /**
   * A file that was found and read.
   *
   * @param place where it is
   * @param source its path and text
   */
  record Unparsed(SourceTree.Place place, SourceFile source) {

    FoundFile with(ParsedSource parsed) {
      return new FoundFile(place, source, parsed);
    }

    boolean hasTextOf(Unparsed other) {
      return source.text().equals(other.source.text());
    }
  }

  /** Returns the canonical names of its top-level types. */
  List<String> types() {
    SourceOutline outline = parsed.outline();
    return outline.types().stream().map(DeclaredType::simpleName).map(outline::binaryName).toList();
  }
}
