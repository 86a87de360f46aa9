package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import io.vavr.control.Option;

/**
 * What looking for a member leads to.
 *
 * @param <M> the kind of member
 * @param result how it ended
 * @param declaring the class that declares the member, where there is one
 * @param member the member, where it can be seen
 */
record Resolution<M>(Result result, Option<ClassAbi> declaring, Option<M> member) {

  enum Result {
    FOUND,
    /** A private member was found, which another class cannot use. */
    PRIVATE,
    MISSING,
    /** Not found, but there are supertypes that are not known, which is told of them. */
    UNKNOWN
  }

  static <M> Resolution<M> found(ClassAbi declaring, M member) {
    return new Resolution<>(Result.FOUND, Option.some(declaring), Option.some(member));
  }

  static <M> Resolution<M> hidden(ClassAbi declaring) {
    return new Resolution<>(Result.PRIVATE, Option.some(declaring), Option.none());
  }

  static <M> Resolution<M> none(Ancestry ancestry) {
    return new Resolution<>(
        ancestry.isComplete() ? Result.MISSING : Result.UNKNOWN, Option.none(), Option.none());
  }

  boolean isMissing() {
    return result == Result.MISSING;
  }

  /** The name of the class that declares the member. */
  Option<String> declaringName() {
    return declaring.map(ClassAbi::name);
  }
}
