package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Java runtime of this process. */
final class JvmHostRuntime implements HostRuntime {

  private final HostPackages packages;
  private final Supplier<Try<Digest>> library;
  private volatile @Nullable Try<RuntimeIdentity> identity;

  JvmHostRuntime(Supplier<Try<Digest>> library, HostPackages packages) {
    this.library = library;
    this.packages = packages;
  }

  @Override
  public Try<RuntimeIdentity> identity() {
    Try<RuntimeIdentity> known = identity;
    if (known == null) {
      known = library.get().map(build -> new RuntimeIdentity(feature(), build));
      identity = known;
    }
    return known;
  }

  @Override
  public Try<Integer> featureRelease() {
    return Try.success(feature());
  }

  private static int feature() {
    return Runtime.version().feature();
  }

  @Override
  public Try<SortedSet<String>> jdkModules() {
    return Try.success(packages.jdkModules());
  }

  @Override
  public Try<Option<ClassFile>> platformClass(String binaryName) {
    String packageName = ClassFile.packageOf(binaryName);
    Module module =
        packages
            .jdkModule(packageName)
            .filter(each -> HostModules.isExported(each, packageName))
            .getOrNull();
    return module == null ? Try.success(Option.none()) : read(module, binaryName);
  }

  @Override
  public Try<Option<ClassFile>> platformClassForHost(String binaryName) {
    Module module = packages.jdkModule(ClassFile.packageOf(binaryName)).getOrNull();
    return module == null ? Try.success(Option.none()) : read(module, binaryName);
  }

  private static Try<Option<ClassFile>> read(Module module, String binaryName) {
    try (InputStream content = module.getResourceAsStream(BinaryNames.resourceName(binaryName))) {
      return Try.success(
          content == null
              ? Option.none()
              : Option.some(new ClassFile(binaryName, Bytes.wrap(content.readAllBytes()))));
    } catch (IOException | RuntimeException e) {
      return Try.failure(new UnreadableClass(binaryName, "cannot be read: " + e, e));
    }
  }
}
