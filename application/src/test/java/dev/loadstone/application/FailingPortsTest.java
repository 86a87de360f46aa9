package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.ContractMismatch;
import dev.loadstone.domain.error.StoreFailed;
import dev.loadstone.domain.error.Unreadable;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.domain.port.ArtifactFiles;
import dev.loadstone.domain.port.ClassFileReader;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostRuntime;
import dev.loadstone.domain.port.HostView;
import dev.loadstone.testkit.SampleArtifacts;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A failure ends the work: no later port is asked. */
final class FailingPortsTest {

  private static final Path FILE = Path.of("hello.jar");

  private final Artifact hello = SampleArtifacts.hello();
  private final ArtifactCodec codec = mock();
  private final ArtifactFiles files = mock();
  private final List<Event> events = new ArrayList<>();

  @Test
  void write_codecFails_touchesNoFile() {
    IllegalArgumentException failure = new IllegalArgumentException("inconsistent");
    when(codec.encode(hello)).thenReturn(Try.failure(failure));

    Try<Path> written =
        new WriteArtifact(codec, files, CallObserver.of(events::add)).write(hello, FILE);

    assertThat(written.getCause()).isSameAs(failure);
    verify(files, never()).write(any(), any());
  }

  @Test
  void write_filesFail_passesTheirErrorOn() {
    Bytes bytes = Bytes.ofUtf8("artifact");
    StoreFailed failure = new StoreFailed(FILE, "no space left", null);
    when(codec.encode(hello)).thenReturn(Try.success(bytes));
    when(files.write(FILE, bytes)).thenReturn(Try.failure(failure));

    assertThat(
            new WriteArtifact(codec, files, CallObserver.of(events::add))
                .write(hello, FILE)
                .getCause())
        .isSameAs(failure);
  }

  @Test
  void read_filesFail_decodesNothing() {
    ArtifactNotFound failure = new ArtifactNotFound(FILE, Unreadable.MISSING, null);
    when(files.read(FILE)).thenReturn(Try.failure(failure));

    assertThat(new ReadArtifact(files, new DecodedArtifacts(codec)).read(FILE).getCause())
        .isSameAs(failure);
    verifyNoInteractions(codec);
  }

  @Test
  void admit_otherContract_asksNobody() {
    Compiler compiler = mock();
    HostRuntime runtime = mock();
    HostView host = mock();
    ClassFileReader classFiles = mock();
    CheckContext context =
        new CheckContext(
            compiler, runtime, host, classFiles, new HostAbis(classFiles), ContextPolicy.EXACT);

    Try<Artifact> admitted =
        new AdmitArtifact(context, CallObserver.of(events::add))
            .admit(
                hello,
                PluginOrigin.of(FILE),
                Contract.type("java.lang.Runnable", "java.lang.Runnable"));

    assertThat(admitted.getCause()).isInstanceOf(ContractMismatch.class);
    verifyNoInteractions(compiler, runtime, host, classFiles);
    assertThat(events).isEmpty();
  }
}
