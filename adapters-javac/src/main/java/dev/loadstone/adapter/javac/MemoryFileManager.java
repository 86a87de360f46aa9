package dev.loadstone.adapter.javac;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where javac finds classes and leaves its output: the JDK's classes in the JDK, the host's in the
 * host view, the output in memory, and nothing anywhere else.
 *
 * <p>The processor path is there, and empty. Were it absent, javac would look for {@code
 * com.sun.source.util.Plugin}s on the class path, even without annotation processing, and
 * instantiate them.
 */
final class MemoryFileManager extends ForwardingJavaFileManager<JavaFileManager> {

  /** Where the JDK's classes are: for a release before modules, and since. */
  private static final Set<StandardLocation> JDK =
      Set.of(StandardLocation.PLATFORM_CLASS_PATH, StandardLocation.SYSTEM_MODULES);

  private static final Set<StandardLocation> OURS =
      Set.of(
          StandardLocation.CLASS_PATH,
          StandardLocation.CLASS_OUTPUT,
          StandardLocation.ANNOTATION_PROCESSOR_PATH);

  private final HostClasses host;
  private final ClassOutput output;
  private final GeneratedOutput generated;

  MemoryFileManager(
      JavaFileManager platform, HostClasses host, ClassOutput output, GeneratedOutput generated) {
    super(platform);
    this.host = host;
    this.output = output;
    this.generated = generated;
  }

  @Override
  public boolean hasLocation(Location location) {
    return isOurs(location) || (isJdk(location) && super.hasLocation(location));
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (location == StandardLocation.CLASS_PATH) {
      return kinds.contains(Kind.CLASS) ? host.list(packageName) : List.of();
    }
    return isJdk(location) ? super.list(location, packageName, kinds, recurse) : List.of();
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof HostClassFileObject hostClass
        ? hostClass.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return isJdk(location) && super.contains(location, file);
  }

  @Override
  public boolean isSameFile(FileObject one, FileObject other) {
    return one.toUri().equals(other.toUri());
  }

  @Override
  public @Nullable JavaFileObject getJavaFileForInput(
      Location location, String className, Kind kind) throws IOException {
    return isJdk(location) ? super.getJavaFileForInput(location, className, kind) : null;
  }

  @Override
  public @Nullable FileObject getFileForInput(
      Location location, String packageName, String relativeName) throws IOException {
    if (!isJdk(location)) {
      // Processors look for files that may be there, and go on without them.
      generated.requireInside(packageName, relativeName);
      return null;
    }
    return super.getFileForInput(location, packageName, relativeName);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) throws IOException {
    if (kind == Kind.SOURCE && isArtifact(location)) {
      return generated.sourceFor(className);
    }
    if (location != StandardLocation.CLASS_OUTPUT || kind != Kind.CLASS) {
      throw nothingAt(location);
    }
    generated.noteClass(className);
    return generated.original(sibling) instanceof ContractUnit
        ? ClassOutput.nowhere(className)
        : output.fileFor(className);
  }

  /** Gives what processors write, and what they read of what they wrote. */
  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling)
      throws IOException {
    if (!isArtifact(location)) {
      throw nothingAt(location);
    }
    return generated.resource(packageName, relativeName);
  }

  /** Without options that name folders, javac leaves generated sources where classes are. */
  private static boolean isArtifact(Location location) {
    return location == StandardLocation.CLASS_OUTPUT || location == StandardLocation.SOURCE_OUTPUT;
  }

  @Override
  public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
    return isJdk(location) ? super.listLocationsForModules(location) : List.of();
  }

  /**
   * Returns a loader that finds nothing. A null would make javac ask the system class loader, and
   * so would the standard file manager, whose loaders have javac's own, the system class loader, as
   * their parent.
   */
  @Override
  public ClassLoader getClassLoader(Location location) {
    return new NothingLoader();
  }

  @Override
  public <S> ServiceLoader<S> getServiceLoader(Location location, Class<S> service) {
    return ServiceLoader.load(service, new NothingLoader());
  }

  private static boolean isOurs(Location location) {
    return location instanceof StandardLocation standard && OURS.contains(standard);
  }

  private static boolean isJdk(Location location) {
    return !(location instanceof StandardLocation standard) || JDK.contains(standard);
  }

  private IOException nothingAt(Location location) {
    return generated.refuse("writes to " + location.getName() + ", which is outside the artifact");
  }

  /** Finds the classes of the boot loader, and no other class or resource. */
  private static final class NothingLoader extends ClassLoader {
    NothingLoader() {
      super("nothing", null);
    }
  }
}
