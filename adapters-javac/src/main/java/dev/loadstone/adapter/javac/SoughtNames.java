package dev.loadstone.adapter.javac;

import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeImport.Form;
import dev.loadstone.domain.source.TypeReferences;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The names that classes of the host can have which the sources of one compilation mean: a loader
 * that cannot list its packages is asked for them one by one.
 *
 * <p>A qualified name is taken apart in every way, since where the package ends is not known. A
 * simple name may be in the unit's own package, or in one that it imports on demand. Member classes
 * are not among the names: the class around them names them in its class file.
 */
final class SoughtNames {

  private static final Pattern QUALIFIED =
      Pattern.compile("[^\\s.<>,?&\\[\\]]+(?:\\.[^\\s.<>,?&\\[\\]]+)+");

  private final TreeSet<String> names = new TreeSet<>();

  private SoughtNames() {}

  /** Finds the names in sources that are parsed, and in the contract. */
  static SortedSet<String> of(Collection<ParsedFile> files, Contract contract) {
    SoughtNames sought = new SoughtNames();
    files.forEach(sought::addUnit);
    if (contract instanceof Contract.HostType type) {
      sought.names.add(type.rawClass());
      QUALIFIED
          .matcher(type.type())
          .results()
          .map(MatchResult::group)
          .forEach(sought::addQualified);
    }
    return sought.names;
  }

  private void addUnit(ParsedFile file) {
    TypeReferences references = ReferenceScanner.references(file.unit());
    TreeSet<String> places = new TreeSet<>();
    places.add(file.outline().packageName());
    for (TypeImport each : references.imports()) {
      addQualified(each.typeName());
      if (each.form() == Form.ON_DEMAND) {
        places.add(each.name());
      }
    }
    List<String> simpleNames =
        references.names().stream().map(SoughtNames::firstIdentifier).distinct().toList();
    for (String place : places) {
      simpleNames.forEach(name -> names.add(place + "." + name));
    }
    references.names().forEach(this::addQualified);
  }

  private void addQualified(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      int end = name.indexOf('.', dot + 1);
      names.add(end < 0 ? name : name.substring(0, end));
    }
  }

  private static String firstIdentifier(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
