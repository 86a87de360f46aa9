package dev.loadstone.internal.wiring;

import dev.loadstone.adapter.bytecode.BytecodeAdapter;
import dev.loadstone.adapter.classloader.ClassLoaderAdapter;
import dev.loadstone.adapter.fs.FileSystemAdapter;
import dev.loadstone.adapter.jar.JarAdapter;
import dev.loadstone.adapter.javac.JavacAdapter;
import dev.loadstone.application.CompilePlugin;
import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.error.LibraryUnknown;
import io.vavr.control.Try;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stamps that the build gave the library's modules. Each module has one, {@code
 * <module>.build}, a line of its name and the digest of its classes; this module also has {@code
 * library.build}, the stamps of the modules that it was built with and its own. A digest of these
 * is the identity of the library, provided that every module present has the stamp that is
 * expected.
 *
 * <p>Loops, as this is on the way of every start: each lambda expression and stream costs a fresh
 * process.
 */
public final class LibraryStamps {

  /** The modules of the library, each by a class of its own, whose loader has its stamp. */
  public static final Map<String, Class<?>> MODULES =
      Map.of(
          "adapters-bytecode", BytecodeAdapter.class,
          "adapters-classloader", ClassLoaderAdapter.class,
          "adapters-fs", FileSystemAdapter.class,
          "adapters-jar", JarAdapter.class,
          "adapters-javac", JavacAdapter.class,
          "application", CompilePlugin.class,
          "bootstrap", LibraryStamps.class,
          "domain", Artifact.class);

  private static final String FOLDER = "META-INF/loadstone/";
  private static final String SUFFIX = ".build";
  private static final String BOOTSTRAP = "bootstrap";

  private final SortedMap<String, Class<?>> modules;
  private final List<String> missing = new ArrayList<>();
  private final List<String> ofAnotherBuild = new ArrayList<>();
  private @Nullable Exception cause;

  private LibraryStamps(Map<String, Class<?>> modules) {
    this.modules = new TreeMap<>(modules);
  }

  /** Returns the identity of the library, or {@link LibraryUnknown}. */
  public static Try<Digest> identity() {
    return new LibraryStamps(MODULES).read();
  }

  private Try<Digest> read() {
    String library = text(LibraryStamps.class, "library");
    List<String> expected = Arrays.asList(library.split("\n", -1));
    boolean isExpectedKnown = isOneLineEach(expected);
    for (Map.Entry<String, Class<?>> module : modules.entrySet()) {
      String stamp = text(module.getValue(), module.getKey());
      if (!isStamp(stamp, module.getKey())) {
        missing.add(module.getKey());
      } else if (isExpectedKnown && !expected.contains(stamp)) {
        ofAnotherBuild.add(module.getKey());
      }
    }
    if (!isExpectedKnown && !missing.contains(BOOTSTRAP)) {
      missing.add(BOOTSTRAP);
    }
    return missing.isEmpty() && ofAnotherBuild.isEmpty()
        ? Try.success(Digest.of(Bytes.ofUtf8(library)))
        : Try.failure(new LibraryUnknown(missing, ofAnotherBuild, cause));
  }

  private boolean isOneLineEach(List<String> lines) {
    if (lines.size() != modules.size()) {
      return false;
    }
    int i = 0;
    for (String module : modules.keySet()) {
      if (!isStamp(lines.get(i++), module)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStamp(String line, String module) {
    String start = module + " sha256:";
    return line.startsWith(start) && Digest.isHex(line.substring(start.length()));
  }

  /** Returns a stamp without its line feed; empty where there is none that can be read. */
  private String text(Class<?> ofModule, String name) {
    try {
      return OwnResource.of(ofModule, FOLDER + name + SUFFIX).stripTrailing();
    } catch (IOException | RuntimeException e) {
      cause = cause == null ? e : cause;
      return "";
    }
  }
}
