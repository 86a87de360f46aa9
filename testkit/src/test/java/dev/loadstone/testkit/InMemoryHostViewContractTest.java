package dev.loadstone.testkit;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.testkit.contract.HostViewContract;
import java.util.List;

final class InMemoryHostViewContractTest extends HostViewContract {

  @Override
  protected HostView viewOf(List<ClassFile> classFiles) {
    return InMemoryHostView.of(classFiles);
  }
}
