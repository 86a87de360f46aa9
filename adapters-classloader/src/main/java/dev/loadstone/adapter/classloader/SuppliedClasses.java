package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.classfile.HostClassSource;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ThrowableText;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.util.List;

/** The classes of the host's own source, whose failures are exceptions as a loader's are. */
final class SuppliedClasses {

  private final HostClassSource source;

  SuppliedClasses(HostClassSource source) {
    this.source = source;
  }

  Option<List<String>> list(String packageName) throws IOException {
    return orThrow(source.classesIn(packageName));
  }

  Option<Bytes> read(String binaryName) throws IOException {
    return orThrow(source.classFile(binaryName));
  }

  private static <T> T orThrow(Try<T> answer) throws IOException {
    return answer.getOrElseThrow(
        cause ->
            new IOException(
                "the source that was given by hostClasses failed: "
                    + ThrowableText.of(cause).text(),
                cause));
  }
}
