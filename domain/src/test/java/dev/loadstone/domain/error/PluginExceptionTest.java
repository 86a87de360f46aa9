package dev.loadstone.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole family: what each error says, and that it keeps its data and its cause. */
final class PluginExceptionTest {

  private static final Path FILE = Path.of("A.java");
  private static final Path JAR = Path.of("plugin.jar");

  static List<Arguments> situations() {
    return List.of(
        Arguments.of(
            new SourceNotFound(FILE, Unreadable.MISSING, new NoSuchFileException("A.java")),
            ErrorKind.SOURCE_NOT_FOUND,
            "A.java: no such file. Give the path of a Java source file that this process may"
                + " read."),
        Arguments.of(
            new SourceNotFound(FILE, Unreadable.FOLDER, null),
            ErrorKind.SOURCE_NOT_FOUND,
            "A.java: is a folder, not a file. Give the path of a Java source file that this process"
                + " may read."),
        Arguments.of(
            new SourceNotFound(FILE, Unreadable.FAILED, cause()),
            ErrorKind.SOURCE_NOT_FOUND,
            "A.java: cannot be read, because no luck. Give the path of a Java source file that this"
                + " process may read."),
        Arguments.of(
            new ArtifactNotFound(JAR, Unreadable.MISSING, new NoSuchFileException("plugin.jar")),
            ErrorKind.ARTIFACT_NOT_FOUND,
            "plugin.jar: no such file. Give the path of an artifact that was compiled before and"
                + " that this process may read."),
        Arguments.of(
            new ArtifactNotFound(JAR, Unreadable.FAILED, cause()),
            ErrorKind.ARTIFACT_NOT_FOUND,
            "plugin.jar: cannot be read, because no luck. Give the path of an artifact that was"
                + " compiled before and that this process may read."),
        Arguments.of(
            new SourceNotFound(FILE.toAbsolutePath(), Unreadable.MISSING, null),
            ErrorKind.SOURCE_NOT_FOUND,
            FILE.toAbsolutePath()
                + ": no such file. Give the path of a Java source file that this process may"
                + " read."),
        Arguments.of(
            new SourceNotFound(
                FILE, Unreadable.MISSING, new NoSuchFileException("/srv/shop/A.java")),
            ErrorKind.SOURCE_NOT_FOUND,
            "A.java: no such file (/srv/shop/A.java). Give the path of a Java source file that this"
                + " process may read."),
        Arguments.of(
            new SourceNotFound(FILE, Unreadable.MISSING, null),
            ErrorKind.SOURCE_NOT_FOUND,
            "A.java: no such file. Give the path of a Java source file that this process may"
                + " read."),
        Arguments.of(
            new SourceNotFound(FILE, Unreadable.FAILED, null),
            ErrorKind.SOURCE_NOT_FOUND,
            "A.java: cannot be read. Give the path of a Java source file that this process may"
                + " read."),
        Arguments.of(
            new SourceNotFound(FILE, Unreadable.FAILED, new FileSystemException("A.java")),
            ErrorKind.SOURCE_NOT_FOUND,
            "A.java: cannot be read, because java.nio.file.FileSystemException: A.java. Give the"
                + " path of a Java source file that this process may read."),
        Arguments.of(
            new SourceNotFound(
                Path.of("a\nb\u001B.java"), Unreadable.FAILED, new IOException("\u202Eno luck")),
            ErrorKind.SOURCE_NOT_FOUND,
            "a\\u000ab\\u001b.java: cannot be read, because \\u202eno luck. Give the path of a Java"
                + " source file that this process may read."),
        Arguments.of(
            new InvalidSources(
                List.of("A.java", "b/A.java"),
                InvalidSources.Reason.DUPLICATE_TYPE,
                "both define A."),
            ErrorKind.INVALID_SOURCES,
            "A.java, b/A.java: both define A."),
        Arguments.of(
            new InvalidSources(List.of(), InvalidSources.Reason.NO_FILES, "nothing was given."),
            ErrorKind.INVALID_SOURCES,
            "nothing was given."),
        Arguments.of(
            new CompilationFailed(
                List.of(
                    diagnostic(Severity.WARNING, "careful", "A.java"),
                    diagnostic(Severity.ERROR, "wrong", "A.java"))),
            ErrorKind.COMPILATION_FAILED,
            "A.java:1: error: wrong\nx\n^\nA.java:1: warning: careful\nx\n^"),
        Arguments.of(
            new CompilationFailed(
                List.of(
                    diagnostic(Severity.WARNING, "careful", "B.java"),
                    diagnostic(Severity.ERROR, "wrong", "A.java"),
                    Diagnostic.error("c", "no position", ""))),
            ErrorKind.COMPILATION_FAILED,
            "A.java, B.java: compilation failed\nA.java:1: error: wrong\nx\n^\nerror: no position\n"
                + "B.java:1: warning: careful\nx\n^"),
        Arguments.of(
            new CompilerUnavailable(),
            ErrorKind.COMPILER_UNAVAILABLE,
            "this Java runtime has no compiler (module jdk.compiler). Run the application on a JDK,"
                + " or add that module to its runtime image, or"
                + " dev.loadstone:loadstone-adapters-ecj to the application; or compile the plugin"
                + " elsewhere and load the artifact here."),
        Arguments.of(
            CompilerUnavailable.inNativeImage(),
            ErrorKind.COMPILER_UNAVAILABLE,
            "a native image has no compiler, and defines no classes when it runs, so no plugin can"
                + " be loaded in one. Run the application in a JVM, such as a runtime image of"
                + " jlink."),
        Arguments.of(
            ProcessorFailed.of(List.of("A.java"), "acme.Maker", "threw x", cause()),
            ErrorKind.PROCESSOR_FAILED,
            "A.java: the annotation processor acme.Maker threw x. Nothing was compiled; look for a"
                + " release of the processor without this fault, or take it off the processor"
                + " path."),
        Arguments.of(
            ProcessorFailed.ofPath("p.jar", "is odd", null),
            ErrorKind.PROCESSOR_FAILED,
            "p.jar: is odd. Nothing was compiled; the processor path takes JARs with annotation"
                + " processors, and those that they need."),
        Arguments.of(
            ProcessorFailed.unreadable(JAR, Unreadable.FOLDER, null),
            ErrorKind.PROCESSOR_FAILED,
            "plugin.jar: is a folder, not a file. Nothing was compiled; the processor path takes"
                + " JARs with annotation processors, and those that they need."),
        Arguments.of(
            new CompilerCrashed(
                List.of("A.java", "B.java"), "\njava.lang.StackOverflowError\n\tat x\n\n", cause()),
            ErrorKind.COMPILER_CRASHED,
            "A.java, B.java: the compiler itself failed on this input. Nothing was compiled;"
                + " simplify the source (deeply nested expressions are a usual reason), or report"
                + " it to the compiler's makers. It said:\n"
                + "java.lang.StackOverflowError\n"
                + "\tat x"),
        Arguments.of(
            new NotAnArtifact(JAR.toString(), "it is empty", null),
            ErrorKind.NOT_AN_ARTIFACT,
            "plugin.jar: not an artifact of Loadstone: it is empty. Nothing of it was loaded; give"
                + " a file that was made by compiling a plugin."),
        Arguments.of(
            new ArtifactCorrupt(JAR.toString(), "the entry A.class was changed", null),
            ErrorKind.ARTIFACT_CORRUPT,
            "plugin.jar: a damaged artifact: the entry A.class was changed. Nothing of it was"
                + " loaded; compile the plugin again, or copy the file again."),
        Arguments.of(
            new ContextMismatch(
                "plugin.jar",
                List.of(
                    Difference.of(Difference.Kind.COMPILER, "compiler", "javac 17", "javac 25"),
                    Difference.of(
                        Difference.Kind.RUNTIME, "Java runtime", "release 17", "release 25"))),
            ErrorKind.CONTEXT_MISMATCH,
            "plugin.jar: built in another context than this process, so it was not loaded. Compile"
                + " it again here, or load it where it was built:\n"
                + "  compiler: built with javac 17, found javac 25\n"
                + "  Java runtime: built with release 17, found release 25"),
        Arguments.of(
            new ContractMismatch(
                "plugin.jar",
                Contract.sideEffect(),
                Contract.type("java.util.List<A>", "java.util.List")),
            ErrorKind.CONTRACT_MISMATCH,
            "plugin.jar: built for the contract side effect, but java.util.List<A> was asked for."
                + " Nothing of it was loaded; ask for the contract that it was built for, or"
                + " compile it for this one."),
        Arguments.of(
            new LinkageFailed("A.java", new NoClassDefFoundError("host/B")),
            ErrorKind.LINKAGE_FAILED,
            "A.java: the Java virtual machine refused the plugin's classes before any of its code"
                + " ran: java.lang.NoClassDefFoundError: host/B. Compile the plugin again against"
                + " the classes that this process has, or give this process the classes that it was"
                + " compiled against."),
        Arguments.of(
            new PluginFailed("A.java", new IllegalStateException("no")),
            ErrorKind.PLUGIN_FAILED,
            "A.java: the plugin's own code failed: java.lang.IllegalStateException: no (its stack"
                + " trace shows no line of the plugin)"),
        Arguments.of(
            new StoreFailed(JAR, "no space left on device", cause()),
            ErrorKind.STORE_FAILED,
            "plugin.jar: cannot be written: no space left on device. Nothing was changed there;"
                + " remove the cause, or write to another place."),
        Arguments.of(
            StoreFailed.ofCache("cache", "others can write to it", cause()),
            ErrorKind.STORE_FAILED,
            "cache: the cache cannot be used: others can write to it. Remove the cause, or use"
                + " another folder for the cache, or none."),
        Arguments.of(
            StoreFailed.ofCache("ca\nche", "a\u001B is not there", null),
            ErrorKind.STORE_FAILED,
            "ca\\u000ache: the cache cannot be used: a\\u001b is not there. Remove the cause, or"
                + " use another folder for the cache, or none."),
        Arguments.of(
            StoreFailed.notOffered("com.acme.MapStore", "list its entries"),
            ErrorKind.STORE_FAILED,
            "com.acme.MapStore: this store of the cache cannot list its entries. Loads use it all"
                + " the same; a store that can do so says it by implementing CacheMaintenance."),
        Arguments.of(
            ArtifactNotFound.unreadable("memory/1", new IOException("it is too large")),
            ErrorKind.ARTIFACT_NOT_FOUND,
            "memory/1: cannot be read, because it is too large. Give the path of an artifact that"
                + " was compiled before and that this process may read."),
        Arguments.of(
            new LibraryUnknown(List.of("adapters-fs", "domain"), List.of("application"), cause()),
            ErrorKind.LIBRARY_UNKNOWN,
            "cannot tell which build of Loadstone this is; without a readable stamp: adapters-fs,"
                + " domain; of another build than module bootstrap: application. So no artifact is"
                + " loaded or written, and no cache is used; sources still compile and load. Use"
                + " all modules of one build, and keep META-INF/loadstone/*.build when repackaging"
                + " them."),
        Arguments.of(
            new LibraryUnknown(List.of(), List.of("bootstrap"), null),
            ErrorKind.LIBRARY_UNKNOWN,
            "cannot tell which build of Loadstone this is; of another build than module bootstrap:"
                + " bootstrap. So no artifact is loaded or written, and no cache is used; sources"
                + " still compile and load. Use all modules of one build, and keep"
                + " META-INF/loadstone/*.build when repackaging them."),
        Arguments.of(
            new HostFailed("com.acme.Rule", "'webapp' (Loader)", new IllegalStateException("gone")),
            ErrorKind.HOST_FAILED,
            "the host's class loader 'webapp' (Loader) failed when it was asked for com.acme.Rule:"
                + " java.lang.IllegalStateException: gone. The fault is in the application, or in"
                + " what the loader reads, and not in the plugin."),
        Arguments.of(
            new CompilerBusy("Main.java", List.of("compiler-1", "compiler-2")),
            ErrorKind.COMPILER_BUSY,
            "Main.java: cannot compile, because every compiler thread is still busy with a compilation"
                + " that was given up (compiler-1, compiler-2). A compiler cannot be stopped. Look at the"
                + " stacks of these threads to see which sources keep it busy, and restart the"
                + " application."),
        Arguments.of(
            new ExecutorRefused("Main.java", new IllegalStateException("full")),
            ErrorKind.EXECUTOR_REFUSED,
            "Main.java: the application's executor refused to run the plugin:"
                + " java.lang.IllegalStateException: full. None of the plugin's code ran. The executor"
                + " given to Loadstone.Builder.executor must accept and run every task for as long as"
                + " the library is used."),
        Arguments.of(
            new TimedOut(
                TimedOut.Work.START, "Main.java", Duration.ofSeconds(2), "starter", cause()),
            ErrorKind.TIMED_OUT,
            "Main.java: starting the plugin took longer than the limit of 2 s (startLimit). Its code"
                + " cannot be stopped, so the thread starter is still running; the cause shows where."
                + " Let the plugin do less when it starts, or raise the limit."),
        Arguments.of(
            new RecordingFailed("acme.Rule", "is cut\noff", cause()),
            ErrorKind.RECORDING_FAILED,
            "acme.Rule: what the plugin was compiled against cannot be recorded: the class file of"
                + " this class is cut\\u000aoff. The plugin is neither written nor kept in the"
                + " cache, but its sources still load. Replace the class file if it is damaged; if"
                + " the library that reads it is too old, put a newer one before it in the class"
                + " path."),
        Arguments.of(
            new SchedulerStarted(),
            ErrorKind.SCHEDULER_STARTED,
            "the scheduler has been started by an asynchronous call, so a blocking load is refused."
                + " Use loadArtifact instead, or load before the first asynchronous call."),
        Arguments.of(
            new Closed(),
            ErrorKind.CLOSED,
            "this Loadstone has been closed. Create another one to load plugins."));
  }

  @ParameterizedTest
  @MethodSource("situations")
  void getMessage_error_isTheTextThatIsSpecified(
      PluginException error, ErrorKind kind, String message) {
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error).hasMessage(message);
  }

  @Test
  void situations_together_coverTheWholeFamily() {
    EnumSet<ErrorKind> covered = EnumSet.noneOf(ErrorKind.class);
    situations().forEach(situation -> covered.add((ErrorKind) situation.get()[1]));

    assertThat(covered).containsExactlyInAnyOrder(ErrorKind.values());
    assertThat(PluginException.class.getPermittedSubclasses()).hasSize(ErrorKind.values().length);
    assertThat(Arrays.asList(PluginException.class.getPermittedSubclasses()))
        .allSatisfy(type -> assertThat(type).isFinal());
  }

  @Test
  void getCause_errorsWithOne_keepIt() {
    Throwable cause = cause();

    assertThat(
            List.of(
                new SourceNotFound(FILE, Unreadable.FAILED, cause),
                new ArtifactNotFound(JAR, Unreadable.FAILED, cause),
                new CompilerCrashed(List.of(), "", cause),
                ProcessorFailed.of(List.of(), "acme.Maker", "r", cause),
                ProcessorFailed.ofPath("p.jar", "r", cause),
                new NotAnArtifact(JAR.toString(), "r", cause),
                new ArtifactCorrupt(JAR.toString(), "d", cause),
                new LinkageFailed("A.java", cause),
                new PluginFailed("A.java", cause),
                new LibraryUnknown(List.of("domain"), List.of(), cause),
                new StoreFailed(JAR, "r", cause),
                StoreFailed.ofCache(JAR.toString(), "r", cause)))
        .allSatisfy(error -> assertThat(error).hasCause(cause));
  }

  @Test
  void accessors_errors_giveTheirData() {
    Diagnostic diagnostic = diagnostic(Severity.ERROR, "wrong", "A.java");
    Difference difference = Difference.of(Difference.Kind.FORMAT, "s", "b", "f");
    Contract list = Contract.type("L", "L");
    ContractMismatch mismatch = new ContractMismatch("j", Contract.sideEffect(), list);

    assertThat(new SourceNotFound(FILE, Unreadable.FAILED, null).path()).isEqualTo(FILE);
    assertThat(new SourceNotFound(FILE, Unreadable.FOLDER, null).reason())
        .isEqualTo(Unreadable.FOLDER);
    assertThat(new ArtifactNotFound(JAR, Unreadable.FOLDER, null).place())
        .isEqualTo(JAR.toString());
    assertThat(new ArtifactNotFound(JAR, Unreadable.FOLDER, null).reason())
        .isEqualTo(Unreadable.FOLDER);
    assertThat(new CompilationFailed(List.of(diagnostic)).diagnostics())
        .containsExactly(diagnostic);
    assertThat(new CompilerCrashed(List.of("A.java"), "said", null).files())
        .containsExactly("A.java");
    assertThat(new CompilerCrashed(List.of("A.java"), "said", null).output()).isEqualTo("said");
    assertThat(ProcessorFailed.of(List.of(), "acme.Maker", "r", null).processor())
        .isEqualTo("acme.Maker");
    assertThat(new NotAnArtifact(JAR.toString(), "r", null).place()).isEqualTo(JAR.toString());
    assertThat(new NotAnArtifact(JAR.toString(), "r", null).reason()).isEqualTo("r");
    assertThat(new ArtifactCorrupt(JAR.toString(), "d", null).place()).isEqualTo(JAR.toString());
    assertThat(new ArtifactCorrupt(JAR.toString(), "d", null).difference()).isEqualTo("d");
    assertThat(new ContextMismatch("j", List.of(difference)).artifact()).isEqualTo("j");
    assertThat(new ContextMismatch("j", List.of(difference)).differences())
        .containsExactly(difference);
    assertThat(mismatch.artifact()).isEqualTo("j");
    assertThat(mismatch.builtFor()).isEqualTo(Contract.sideEffect());
    assertThat(mismatch.requested()).isEqualTo(list);
    assertThat(new LinkageFailed("p", cause()).plugin()).isEqualTo("p");
    assertThat(new PluginFailed("p", cause()).plugin()).isEqualTo("p");
    assertThat(new LibraryUnknown(List.of("domain"), List.of("application"), null))
        .satisfies(
            error -> {
              assertThat(error.modules()).containsExactly("application", "domain");
              assertThat(error.missing()).containsExactly("domain");
              assertThat(error.ofAnotherBuild()).containsExactly("application");
            });
    assertThat(new StoreFailed(JAR, "r", null).place()).isEqualTo(JAR.toString());
    assertThat(new StoreFailed(JAR, "r", null).reason()).isEqualTo("r");
    assertThat(StoreFailed.ofCache(JAR.toString(), "r", null).place()).isEqualTo(JAR.toString());
    assertThat(StoreFailed.ofCache(JAR.toString(), "r", null).reason()).isEqualTo("r");
  }

  @Test
  void withStackTrace_error_isACopyThatSharesNothingButTheData() {
    PluginException error = new SourceNotFound(FILE, Unreadable.FAILED, cause());
    StackTraceElement[] before = error.getStackTrace();
    StackTraceElement frame = new StackTraceElement("acme.Shop", "open", "Shop.java", 3);

    PluginException copy = error.withStackTrace(frame);
    copy.addSuppressed(new IOException("later"));

    assertThat(copy)
        .isInstanceOfSatisfying(
            SourceNotFound.class, found -> assertThat(found.path()).isEqualTo(FILE))
        .hasMessage(error.getMessage())
        .cause()
        .isSameAs(error.getCause());
    assertThat(copy.getStackTrace()).containsExactly(frame);
    assertThat(error.getStackTrace()).isEqualTo(before);
    assertThat(error).hasNoSuppressedExceptions();
  }

  private static Throwable cause() {
    return new IOException("no luck");
  }

  private static Diagnostic diagnostic(Severity severity, String message, String source) {
    return new Diagnostic(severity, "c", message, source, 1, 1, "x", "");
  }
}
