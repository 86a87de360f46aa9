package dev.loadstone.testkit;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.error.LibraryUnknown;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A host runtime that is whatever a test says.
 *
 * @param runtime the identity that it gives
 * @param platformClasses the class files of the JDK's classes, by binary name
 */
public record FakeHostRuntime(RuntimeIdentity runtime, Map<String, ClassFile> platformClasses)
    implements HostRuntime {

  public FakeHostRuntime {
    platformClasses = Map.copyOf(platformClasses);
  }

  /**
   * Makes a host runtime whose JDK has no classes.
   *
   * @param runtime the identity that it gives
   */
  public FakeHostRuntime(RuntimeIdentity runtime) {
    this(runtime, Map.of());
  }

  /**
   * Makes a host runtime whose JDK has no classes.
   *
   * @param featureRelease the runtime's feature release
   * @param build any text, which stands for a build of the library: another text, another build
   */
  public static FakeHostRuntime of(int featureRelease, String build) {
    return new FakeHostRuntime(new RuntimeIdentity(featureRelease, Digest.of(Bytes.ofUtf8(build))));
  }

  /**
   * {@return a host runtime that has one more class of the JDK}
   *
   * @param classFile the class file
   */
  public FakeHostRuntime with(ClassFile classFile) {
    Map<String, ClassFile> more = new HashMap<>(platformClasses);
    more.put(classFile.binaryName(), classFile);
    return new FakeHostRuntime(runtime, more);
  }

  /** Gives the identity, or {@link LibraryUnknown} where it has no build of the library. */
  @Override
  public Try<RuntimeIdentity> identity() {
    return runtime.libraryBuild().isDefined()
        ? Try.success(runtime)
        : Try.failure(new LibraryUnknown(List.of("domain"), List.of(), null));
  }

  @Override
  public Try<Integer> featureRelease() {
    return Try.success(runtime.featureRelease());
  }

  /** Gives {@code java.base} alone. */
  @Override
  public Try<SortedSet<String>> jdkModules() {
    return Try.success(new TreeSet<>(Set.of("java.base")));
  }

  @Override
  public Try<Option<ClassFile>> platformClass(String binaryName) {
    return Try.success(Option.of(platformClasses.get(binaryName)));
  }
}
