package dev.loadstone.domain.abi;

import java.util.Comparator;
import java.util.Objects;

/**
 * A class that is declared as a member of another.
 *
 * @param name its binary name
 * @param simpleName its name in the source
 * @param modifiers its modifiers, as in the source
 */
public record MemberClassAbi(String name, String simpleName, Modifiers modifiers) {

  static final Comparator<MemberClassAbi> ORDER =
      Comparator.comparing(MemberClassAbi::name)
          .thenComparing(MemberClassAbi::simpleName)
          .thenComparing(each -> each.modifiers().toString());

  public MemberClassAbi {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(simpleName, "simpleName");
    Objects.requireNonNull(modifiers, "modifiers");
  }
}
