package dev.loadstone.domain.source;

import java.util.List;

/**
 * What a compilation unit says about types that it does not declare itself.
 *
 * @param imports its import declarations, in order
 * @param names the names in its code that may be a type's, or begin with a type's (JLS 6.5.2), with
 *     dots where they are qualified, sorted; none whose first identifier is a type, a type
 *     parameter or, in an expression, a variable that the unit declares and that is in scope there
 */
public record TypeReferences(List<TypeImport> imports, List<String> names) {

  public TypeReferences {
    imports = List.copyOf(imports);
    names = names.stream().distinct().sorted().toList();
  }
}
