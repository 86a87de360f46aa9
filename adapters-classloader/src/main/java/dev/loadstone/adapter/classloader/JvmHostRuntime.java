package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.RuntimeIdentity;
import dev.loadstone.domain.port.HostRuntime;
import io.vavr.Lazy;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;

/** The Java runtime of this process. */
final class JvmHostRuntime implements HostRuntime {

  private final HostPackages packages;
  private final Lazy<Try<RuntimeIdentity>> identity;

  JvmHostRuntime(LibraryBuild build, HostPackages packages) {
    this.packages = packages;
    identity =
        Lazy.of(
            () ->
                Try.of(build::digest)
                    .map(digest -> new RuntimeIdentity(Runtime.version().feature(), digest)));
  }

  @Override
  public Try<RuntimeIdentity> identity() {
    return identity.get();
  }

  @Override
  public Try<Option<ClassFile>> platformClass(String binaryName) {
    String packageName = BinaryNames.packageOf(binaryName);
    Module module =
        packages.jdkModule(packageName).filter(each -> each.isExported(packageName)).getOrNull();
    return module == null ? Try.success(Option.none()) : read(module, binaryName);
  }

  private static Try<Option<ClassFile>> read(Module module, String binaryName) {
    try (InputStream content = module.getResourceAsStream(BinaryNames.resourceName(binaryName))) {
      return Try.success(
          content == null
              ? Option.none()
              : Option.some(new ClassFile(binaryName, Bytes.of(content.readAllBytes()))));
    } catch (IOException e) {
      return Try.failure(new UnreadableClass(binaryName, "cannot be read", e));
    }
  }
}
