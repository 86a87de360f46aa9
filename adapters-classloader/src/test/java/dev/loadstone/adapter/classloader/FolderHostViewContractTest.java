package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.testkit.contract.HostViewContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class FolderHostViewContractTest extends HostViewContract {

  @TempDir private Path folder;

  @RegisterExtension final OpenModules modules = new OpenModules();

  @Override
  protected HostView viewOf(List<ClassFile> classFiles, AllowedPackages allowed) {
    Map<String, Bytes> entries =
        classFiles.stream()
            .collect(
                Collectors.toMap(
                    file -> BinaryNames.resourceName(file.binaryName()), ClassFile::bytes));
    try {
      return modules
          .allowing(allowed, Jars.writeFolder(folder.resolve("host"), entries))
          .hostView();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
