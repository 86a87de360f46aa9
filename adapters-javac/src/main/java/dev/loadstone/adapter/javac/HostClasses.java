package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/**
 * The host's classes for one compilation: remembers which ones the compiler opened, and the first
 * failure of the host view, which javac would turn into a message of its own.
 */
final class HostClasses {

  private final Option<HostView> host;
  private final Map<String, List<String>> listed = new HashMap<>();
  private final TreeMap<String, ClassFile> used = new TreeMap<>();
  private Option<Throwable> failure = Option.none();

  private HostClasses(Option<HostView> host) {
    this.host = host;
  }

  static HostClasses of(HostView host) {
    return new HostClasses(Option.some(host));
  }

  /** Returns the classes of no host, for what only parses. */
  static HostClasses none() {
    return new HostClasses(Option.none());
  }

  /** Lists the class files in a package. */
  List<JavaFileObject> list(String packageName) {
    return orAbort(namesIn(packageName)).stream()
        .<JavaFileObject>map(binaryName -> new HostClassFileObject(binaryName, this))
        .toList();
  }

  /** Lists the binary names of the classes in a package, asking once for each package. */
  Try<List<String>> namesIn(String packageName) {
    List<String> known = listed.get(packageName);
    return known != null
        ? Try.success(known)
        : host.map(view -> view.classesIn(packageName))
            .getOrElse(() -> Try.success(List.of()))
            .onSuccess(names -> listed.put(packageName, names));
  }

  /** Reads a class file, once. */
  Bytes open(String binaryName) throws IOException {
    ClassFile opened = used.get(binaryName);
    if (opened == null) {
      opened =
          host.flatMap(view -> orAbort(view.classFile(binaryName)))
              .getOrElseThrow(() -> new FileNotFoundException(binaryName));
      used.put(binaryName, opened);
    }
    return opened.bytes();
  }

  /** Tells whether a class file was opened. */
  boolean isUsed(String binaryName) {
    return used.containsKey(binaryName);
  }

  /** Returns the class files that were opened, sorted by name. */
  List<ClassFile> used() {
    return List.copyOf(used.values());
  }

  /** Returns the first failure of the host view. */
  Option<Throwable> failure() {
    return failure;
  }

  private <T> T orAbort(Try<T> answer) {
    if (answer.isFailure()) {
      failure = failure.orElse(Option.some(answer.getCause()));
      throw new IllegalStateException("the host view failed", answer.getCause());
    }
    return answer.get();
  }
}
