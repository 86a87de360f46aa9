package dev.loadstone.domain.abi.difference;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.TypeNames;
import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.context.InheritedMember;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

/** Says in words how the classes of a host differ from those that a plugin was compiled against. */
public final class HostDifferences {

  private static final String NO_CLASS = "no class";
  private static final String A_CLASS = "a class";

  private HostDifferences() {}

  /**
   * Tells that a class that was used is not there.
   *
   * @param name its binary name
   */
  public static Difference missing(String name) {
    return new Difference(Difference.Kind.HOST_CLASS, name, A_CLASS, NO_CLASS, "class is gone");
  }

  /**
   * Says that a class that was used is there, but not for plugins.
   *
   * @param name its binary name
   * @param hiding why not
   */
  public static Difference hidden(String name, Hiding hiding) {
    return new Difference(Difference.Kind.HOST_CLASS, name, A_CLASS, NO_CLASS, hidden(hiding));
  }

  /**
   * Says that a class does not exist for plugins.
   *
   * @param hiding why not
   * @return words that follow the class's name
   */
  public static String hidden(Hiding hiding) {
    return "the class does not exist for plugins, since " + hiding.reason();
  }

  /**
   * Says that a class of the JDK does not exist for plugins.
   *
   * @return words that follow the class's name
   */
  public static String notExported() {
    return "the class does not exist for plugins, since the JDK does not export its package";
  }

  /**
   * Tells that a class that was used cannot be read.
   *
   * @param name its binary name
   * @param reason why, to follow the words for its class file: {@code is malformed}
   */
  public static Difference unreadable(String name, String reason) {
    return new Difference(
        Difference.Kind.HOST_CLASS,
        name,
        A_CLASS,
        "a class file that cannot be read",
        "its class file " + reason);
  }

  /**
   * Tells that a class of the plugin cannot be understood, so that nobody knows what it asks of the
   * host.
   *
   * @param name its binary name
   * @param reason why, to follow the words for its class file: {@code is malformed}
   */
  public static Difference pluginUnreadable(String name, String reason) {
    return new Difference(
        Difference.Kind.PLUGIN_CLASS,
        name,
        "a class of the plugin",
        "a class file that cannot be read",
        "its class file " + reason);
  }

  /**
   * Tells that it is not known what a class was that was used.
   *
   * @param name its binary name
   */
  public static Difference notRecorded(String name) {
    return new Difference(
        Difference.Kind.HOST_CLASS,
        name,
        "a class that is not recorded",
        A_CLASS,
        "what it was when the plugin was compiled is not recorded");
  }

  /**
   * Tells that a class was compiled anew, and is to others what it was.
   *
   * @param name its binary name
   */
  public static Difference rebuilt(String name) {
    return new Difference(
        Difference.Kind.HOST_CLASS,
        name,
        "a class file",
        "another class file",
        "the class was recompiled; plugins see no difference");
  }

  /**
   * Tells that a class that was looked for in vain is there.
   *
   * @param name its binary name
   */
  public static Difference appeared(String name) {
    return new Difference(
        Difference.Kind.ABSENT_CLASS,
        name,
        NO_CLASS,
        A_CLASS,
        "the class exists now, and did not when the plugin was compiled: the"
            + " sources may mean something else");
  }

  /**
   * Tells that the host has classes in a package that was the plugin's own.
   *
   * @param packageName the package
   */
  public static Difference packageTaken(String packageName) {
    return new Difference(
        Difference.Kind.PACKAGE_TAKEN,
        packageName,
        "a package of the plugin alone",
        "a package of the host",
        "the host now has classes in this package, which belonged to the plugin alone");
  }

  /**
   * Tells that a package of the plugin is one of this library's.
   *
   * @param packageName the package
   */
  public static Difference packageReserved(String packageName) {
    return new Difference(
        Difference.Kind.PACKAGE_TAKEN,
        packageName,
        "a package of the plugin alone",
        "a package of Loadstone",
        "Loadstone itself has classes in this package, so no plugin may");
  }

  /**
   * Tells that a class has come to hide a member that it inherited.
   *
   * @param member the member
   */
  public static Difference hidden(InheritedMember member) {
    TypeNames names = TypeNames.among(List.of(member.descriptor()));
    String what =
        member.isMethod()
            ? names.method(member.owner(), member.name(), member.descriptor())
            : "field " + member.name();
    return new Difference(
        Difference.Kind.HOST_MEMBER,
        member.owner(),
        "an inherited " + what,
        "a private " + what,
        what + " is now private in this class, and hides the inherited one");
  }

  /**
   * Tells how a class differs whose ABI has another digest.
   *
   * @param name its binary name
   * @param thenDigest the digest that was recorded
   * @param then the ABI that was recorded, none where it cannot be read
   * @param now the present ABI, or an {@link UnreadableClass}
   * @return each difference, at least one
   */
  public static List<Difference> changed(
      String name, Digest thenDigest, Option<ClassAbi> then, Try<ClassAbi> now) {
    return now.fold(
        failure -> List.of(unreadable(name, UnreadableClass.reasonOf(failure))),
        present -> changed(name, thenDigest, then, present));
  }

  private static List<Difference> changed(
      String name, Digest thenDigest, Option<ClassAbi> then, ClassAbi now) {
    if (then.isEmpty() || !then.get().digest().equals(thenDigest)) {
      return List.of(
          new Difference(
              Difference.Kind.HOST_CLASS,
              name,
              thenDigest.toString(),
              now.digest().toString(),
              "it has changed; what exactly is unknown, because its earlier ABI is not recorded"));
    }
    return ClassDifferences.between(then.get(), now);
  }
}
