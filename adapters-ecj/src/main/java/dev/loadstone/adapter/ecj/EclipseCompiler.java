package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.compilation.Compilation;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerOptionRules;
import dev.loadstone.domain.context.CompilerIdentity;
import dev.loadstone.domain.error.CompilerCrashed;
import dev.loadstone.domain.error.CompilerUnavailable;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.HostView;
import io.vavr.Lazy;
import io.vavr.control.Either;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;

/**
 * Eclipse's compiler for Java, which needs no JDK.
 *
 * <p>Safe for use by many threads. Loads no class of the compiler's before its use, so that it can
 * say that there is none where its JAR is absent.
 */
final class EclipseCompiler implements Compiler {

  private static final String NAME = "ecj";

  /** What the compiler knows of itself; unlike a manifest, it survives repackaging. */
  private static final String MESSAGES =
      "/org/eclipse/jdt/internal/compiler/batch/messages.properties";

  private static final String VERSION = "compiler.version";
  private static final String STAMP = "/META-INF/loadstone/adapters-ecj.build";
  private static final Pattern DIGEST = Pattern.compile(" sha256:([0-9a-f]{12})");

  private final Lazy<Try<CompilerIdentity>> identity = Lazy.of(EclipseCompiler::identify);
  private final Lazy<PlatformCache> platform = Lazy.of(PlatformCache::new);

  @Override
  public Try<CompilerIdentity> identity() {
    return identity.get();
  }

  @Override
  public Try<Compilation> compile(CompilationRequest request, HostView host) {
    return use(
        request.sources().paths(),
        () ->
            EcjOptions.violation(request.settings())
                .<Either<String, PlatformClasses>>map(Either::left)
                .getOrElse(() -> platform.get().of(request.settings()))
                .fold(
                    fault -> Try.failure(CompilerOptionRules.refusal(request, fault)),
                    classes -> EcjRun.compile(request, host, classes)));
  }

  /**
   * Uses the compiler, if it is there.
   *
   * @param paths the files that it is given
   * @param work uses its classes
   */
  <T> Try<T> use(List<String> paths, Supplier<Try<T>> work) {
    return identity().flatMap(present -> use(present, paths, work));
  }

  private static <T> Try<T> use(
      CompilerIdentity present, List<String> paths, Supplier<Try<T>> work) {
    try {
      return work.get();
    } catch (LinkageError e) {
      return Try.failure(
          new CompilerCrashed(
              paths,
              present
                  + " is not the release that this adapter works with. Have the one that"
                  + " dev.loadstone:loadstone-adapters-ecj asks for: "
                  + e,
              e));
    } catch (OutOfMemoryError e) {
      return Try.failure(new CompilerCrashed(paths, "it needs more memory than is free", e));
    }
  }

  /** Returns the version as its releases are named: it says {@code v<build>, <release>} itself. */
  private static String inOrder(String version) {
    int comma = version.indexOf(", ");
    return comma < 0 ? version : version.substring(comma + 2) + "." + version.substring(0, comma);
  }

  /**
   * Returns the beginning of the digest that the build gave this adapter. One without it, as some
   * repackaging leaves it, has made none of the artifacts that are there.
   */
  private static String ownBuild() throws IOException {
    try (InputStream stamp = EclipseCompiler.class.getResourceAsStream(STAMP)) {
      Matcher digest =
          DIGEST.matcher(
              stamp == null ? "" : new String(stamp.readNBytes(1024), StandardCharsets.UTF_8));
      return digest.find() ? digest.group(1) : "unknown." + UUID.randomUUID();
    }
  }

  private static Try<CompilerIdentity> identify() {
    // By a class of the compiler's: where it is a module, it alone finds them.
    try (InputStream messages = CompilerOptions.class.getResourceAsStream(MESSAGES)) {
      Properties properties = new Properties();
      if (messages != null) {
        properties.load(messages);
      }
      String version = properties.getProperty(VERSION);
      return version == null
          ? Try.failure(new CompilerUnavailable())
          : Try.success(new CompilerIdentity(NAME, inOrder(version) + "+" + ownBuild()));
    } catch (IOException | IllegalArgumentException | NoClassDefFoundError e) {
      return Try.failure(new CompilerUnavailable());
    }
  }
}
