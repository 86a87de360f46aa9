package dev.loadstone.testkit;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.testkit.contract.HostViewContract;
import java.util.List;

final class InMemoryHostViewContractTest extends HostViewContract {

  @Override
  protected HostView viewOf(List<ClassFile> classFiles, AllowedPackages allowed) {
    return InMemoryHostView.of(classFiles).allowing(allowed);
  }
}
