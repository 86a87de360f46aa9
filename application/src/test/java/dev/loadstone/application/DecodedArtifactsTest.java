package dev.loadstone.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.port.ArtifactCodec;
import dev.loadstone.testkit.InMemoryArtifactCodec;
import dev.loadstone.testkit.SampleArtifacts;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DecodedArtifactsTest {

  private static final String FILE = "plugins/plugin.jar";
  private static final String OTHER = "plugins/other.jar";
  private static final Bytes DAMAGED = Bytes.ofUtf8("artifact that nobody wrote");

  private final RecordingCodec codec = new RecordingCodec();
  private final DecodedArtifacts decoded = new DecodedArtifacts(codec);
  private final Bytes hello = codec.encode(SampleArtifacts.hello()).get();
  private final Bytes pricing = codec.encode(SampleArtifacts.pricing()).get();

  @Test
  void decode_sameContentAgain_isTheArtifactThatWasDecodedThen() {
    Artifact first = decoded.decode(FILE, hello).get();
    Artifact second = decoded.decode(FILE, Bytes.of(hello.toByteArray())).get();

    assertThat(second).isSameAs(first);
    assertThat(codec.decoded).containsExactly(FILE);
  }

  @Test
  void decode_fileOfTheSameNameChanged_isThePresentContent() {
    decoded.decode(FILE, hello).get();

    Artifact changed = decoded.decode(FILE, pricing).get();
    Artifact changedBack = decoded.decode(FILE, hello).get();

    assertThat(changed).isEqualTo(SampleArtifacts.pricing());
    assertThat(changedBack).isEqualTo(SampleArtifacts.hello());
    assertThat(codec.decoded).containsExactly(FILE, FILE, FILE);
  }

  @Test
  void decode_oneByteChangedAfterwards_isDecodedAndRefused() {
    decoded.decode(FILE, hello).get();
    byte[] changed = hello.toByteArray();
    changed[changed.length - 1] ^= 1;

    Try<Artifact> refused = decoded.decode(FILE, Bytes.of(changed));

    assertThat(refused.getCause()).isInstanceOf(ArtifactCorrupt.class);
    assertThat(codec.decoded).containsExactly(FILE, FILE);
    assertThat(decoded.decode(FILE, hello).get()).isEqualTo(SampleArtifacts.hello());
  }

  @Test
  void decode_failure_isNotRemembered() {
    Try<Artifact> first = decoded.decode(FILE, DAMAGED);
    Try<Artifact> second = decoded.decode(FILE, DAMAGED);

    assertThat(second.getCause()).isInstanceOf(ArtifactCorrupt.class).isNotSameAs(first.getCause());
    assertThat(codec.decoded).containsExactly(FILE, FILE);
  }

  @Test
  void decode_sameContentOfAnotherFile_isDecodedForThatFile() {
    decoded.decode(FILE, hello).get();

    Artifact other = decoded.decode(OTHER, hello).get();

    assertThat(other).isEqualTo(SampleArtifacts.hello());
    assertThat(codec.decoded).containsExactly(FILE, OTHER);
  }

  @Test
  void decode_moreThanIsKept_forgetsWhatWasNotAskedForLongest() {
    DecodedArtifacts two = new DecodedArtifacts(codec, 2L * hello.size());
    String third = "third.jar";
    two.decode(FILE, hello).get();
    two.decode(OTHER, hello).get();
    two.decode(FILE, hello).get();
    two.decode(third, hello).get();
    codec.decoded.clear();

    two.decode(FILE, hello).get();
    two.decode(third, hello).get();
    two.decode(OTHER, hello).get();

    assertThat(codec.decoded).containsExactly(OTHER);
  }

  @Test
  void decode_largerThanWhatIsKept_displacesNothing() {
    Bytes large = Bytes.of(new byte[hello.size() + 1]);
    ArtifactCodec any =
        new ArtifactCodec() {
          @Override
          public Try<Bytes> encode(Artifact artifact) {
            return codec.encode(artifact);
          }

          @Override
          public Try<Artifact> decode(String file, Bytes bytes) {
            return codec.decode(file, file.equals(OTHER) ? hello : bytes);
          }
        };
    DecodedArtifacts one = new DecodedArtifacts(any, hello.size());
    one.decode(FILE, hello).get();

    one.decode(OTHER, large).get();
    one.decode(FILE, hello).get();
    one.decode(OTHER, large).get();

    assertThat(codec.decoded).containsExactly(FILE, OTHER, OTHER);
  }

  @Test
  void decode_rememberingNone_decodesEachTime() {
    DecodedArtifacts none = DecodedArtifacts.rememberingNone(codec);

    none.decode(FILE, hello).get();
    none.decode(FILE, hello).get();

    assertThat(codec.decoded).containsExactly(FILE, FILE);
  }

  @Test
  void decode_sameFileRewrittenMoreOftenThanIsKept_remembersTheLastContent() {
    DecodedArtifacts one = new DecodedArtifacts(codec, hello.size());
    for (int i = 0; i < 3; i++) {
      one.decode(FILE, hello).get();
      one.decode(FILE, pricing).get();
    }
    codec.decoded.clear();

    one.decode(FILE, pricing).get();

    assertThat(codec.decoded).isEmpty();
  }

  @Test
  void decode_manyThreadsAndFiles_eachGetsItsOwn() throws Exception {
    int threads = 8;
    List<Bytes> contents = List.of(hello, pricing);
    List<Artifact> artifacts = List.of(SampleArtifacts.hello(), SampleArtifacts.pricing());
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int seed = thread;
        tasks.add(
            () -> {
              start.await();
              boolean right = true;
              for (int i = 0; i < 2_000; i++) {
                int which = (i * 7 + seed) % 5 % 2;
                String file = (i + seed) % 3 == 0 ? OTHER : FILE;
                right &=
                    decoded.decode(file, contents.get(which)).get().equals(artifacts.get(which));
              }
              return right;
            });
      }

      List<Future<Boolean>> answers = executor.invokeAll(tasks);

      for (Future<Boolean> answer : answers) {
        assertThat(answer.get(0, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  /** Says which files were decoded. */
  private static final class RecordingCodec implements ArtifactCodec {

    private final ArtifactCodec codec = new InMemoryArtifactCodec();
    private final List<String> decoded = new CopyOnWriteArrayList<>();

    @Override
    public Try<Bytes> encode(Artifact artifact) {
      return codec.encode(artifact);
    }

    @Override
    public Try<Artifact> decode(String file, Bytes bytes) {
      decoded.add(file);
      return codec.decode(file, bytes);
    }
  }
}
