package dev.loadstone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.testkit.contract.HostRuntimeContract;
import org.junit.jupiter.api.Test;

final class FakeHostRuntimeTest extends HostRuntimeContract {

  @Override
  protected HostRuntime hostRuntime() {
    return FakeHostRuntime.of(21, "a build")
        .with(new ClassFile("java.lang.Object", Bytes.ofUtf8("a class file")));
  }

  @Test
  void of_anotherText_isAnotherBuild() {
    assertThat(FakeHostRuntime.of(21, "a build")).isNotEqualTo(FakeHostRuntime.of(21, "another"));
    assertThat(FakeHostRuntime.of(21, "a build")).isEqualTo(FakeHostRuntime.of(21, "a build"));
  }
}
