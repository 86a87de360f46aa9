package dev.loadstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.loadstone.architecture.ProjectModule.ADAPTER_CLASSLOADER;
import static dev.loadstone.architecture.ProjectModule.ADAPTER_FS;
import static dev.loadstone.architecture.ProjectModule.ADAPTER_JAVAC;
import static dev.loadstone.architecture.ProjectModule.BOOTSTRAP;
import static dev.loadstone.architecture.ProjectModule.CLI;
import static dev.loadstone.architecture.ProjectModule.EXAMPLES;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vavr.concurrent.Future;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** What only some places may use: whole modules, or single classes of others. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions have no state.
enum Technology {
  COMPILER_API(
      resideInAnyPackage(
          "javax.tools..",
          "javax.lang.model..",
          "javax.annotation.processing..",
          "com.sun.source..",
          "com.sun.tools.."),
      access -> false,
      Set.of(ADAPTER_JAVAC)),

  /** Class loaders, and what makes a class of a name or of bytes. */
  CLASS_LOADING(
      type -> type.isAssignableTo(ClassLoader.class),
      access ->
          returns(access, ClassLoader.class)
              || calls(access, Class.class, "forName")
              || calls(
                  access,
                  MethodHandles.Lookup.class,
                  "defineClass",
                  "defineHiddenClass",
                  "findClass"),
      Set.of(ADAPTER_CLASSLOADER),
      ".Loadstone",
      ".ContractTypes",
      ".HostChoice",
      ".internal.wiring.OwnResource",
      ".internal.scheduling.ThreadSource",
      ".internal.scheduling.ThreadState",
      // The file manager must answer javac's question for a loader, and answers with an empty one.
      ".adapter.javac.MemoryFileManager",
      // Annotation processors have a loader of their own.
      ".adapter.javac.ProcessorLoader",
      ".adapter.javac.AnnotationProcessing",
      ".adapter.javac.GuardedProcessor",
      // What is exported to every unnamed module is asked of one.
      ".adapter.javac.JdkModules",
      ".adapter.ecj.RunningPlatform",
      ".internal.wiring.CompilerChoice",
      ".cli.command.ClassPath",
      ".cli.command.ContractClass",
      ".cli.command.ContractType",
      ".cli.command.Demand",
      ".cli.command.Session"),

  /** What opens or lists files. */
  FILES(
      type ->
          Set.of(
                  "java.io.File",
                  "java.io.FileInputStream",
                  "java.io.FileOutputStream",
                  "java.io.FileReader",
                  "java.io.FileWriter",
                  "java.io.RandomAccessFile",
                  "java.nio.channels.AsynchronousFileChannel",
                  "java.nio.channels.FileChannel",
                  "java.nio.file.Files",
                  "java.nio.file.FileSystems",
                  "java.util.jar.JarFile",
                  "java.util.zip.ZipFile")
              .contains(type.getName()),
      access -> false,
      Set.of(ADAPTER_FS, ADAPTER_CLASSLOADER),
      // Annotation processors read themselves from files, in folders that are removed behind them.
      ".adapter.javac.AbandonedFolders",
      ".adapter.javac.OwnedFolder",
      ".adapter.javac.ProcessorFolder",
      // The JDK tells of earlier releases in a file.
      ".adapter.ecj.ReleasePlatform",
      ".cli.command.ClassPath",
      ".cli.command.FileNames",
      ".cli.command.NamedSources",
      ".cli.command.SameFile",
      ".cli.command.VisiblePackages",
      ".cli.init.NewFolder",
      ".cli.report.PlantedLink",
      ".cli.report.ReportFile"),

  /** What makes threads, or leaves work to those of others. */
  CONCURRENCY(
      type ->
          type.isAssignableTo(Executor.class)
              || type.isAssignableTo(CompletionStage.class)
              || type.isAssignableTo("io.vavr.concurrent.Promise")
              || Set.of("java.util.Timer", "java.util.concurrent.Executors")
                  .contains(type.getName()),
      access ->
          creates(access, Thread.class)
              || callsStatic(access, Future.class)
              || access.getName().equals("parallelStream")
              || calls(access, BaseStream.class, "parallel"),
      Set.of(BOOTSTRAP),
      // What a plugin threw is asked for its text on a thread that may be lost.
      ".adapter.classloader.PluginCode",
      ".cli.report.StackTraces",
      // What is reported when the process ends is written by a shutdown hook.
      ".cli.Main"),

  FUTURES(
      resideInAnyPackage("io.vavr.concurrent.."),
      access -> false,
      Set.of(BOOTSTRAP, CLI, EXAMPLES)),

  PROCESS_END(
      type -> false,
      access ->
          calls(access, System.class, "exit")
              || calls(access, Runtime.class, "exit", "halt", "addShutdownHook"),
      Set.of(EXAMPLES),
      ".cli.Main"),

  STANDARD_STREAMS(
      type -> false,
      access ->
          touches(access, System.class, "in", "out", "err", "setIn", "setOut", "setErr", "console")
              || (access.getName().equals("printStackTrace")
                  && access.getDescription().contains("printStackTrace()")),
      Set.of(EXAMPLES),
      ".cli.Main"),

  /** Writing text, which elsewhere only what escapes it may do. */
  PRINTING(
      type ->
          Set.of("java.io.PrintStream", "java.io.PrintWriter", "java.io.Console")
              .contains(type.getName()),
      access -> false,
      Set.of(EXAMPLES),
      // Prints into memory.
      ".adapter.javac.CrashReport",
      // Gives its host's writer to an Output.
      ".cli.command.EmbeddedCheck",
      ".cli.report.Output",
      // Prints into memory.
      ".cli.report.StackTraces"),

  LOGGING(
      type ->
          type.getPackageName().startsWith("java.util.logging")
              || type.getName().startsWith("java.lang.System$Logger"),
      access -> false,
      Set.of(),
      // A listener that throws has no caller to tell.
      ".internal.wiring.SafeListener",
      // A host without a listener has nobody else to tell.
      ".internal.wiring.LoggingListener");

  private final Predicate<? super JavaClass> types;
  private final Predicate<JavaAccess<?>> accesses;
  private final Set<ProjectModule> modules;
  private final List<String> exceptions;

  Technology(
      Predicate<? super JavaClass> types,
      Predicate<JavaAccess<?>> accesses,
      Set<ProjectModule> modules,
      String... exceptions) {
    this.types = types;
    this.accesses = accesses;
    this.modules = modules;
    this.exceptions = List.of(exceptions);
  }

  ArchRule rule(Codebase code) {
    return noClasses()
        .that(
            describe(
                "are not in " + modules + " nor one of " + exceptions,
                type -> !isAllowed(code, type)))
        .should(
            new ArchCondition<>("use " + this) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                usesIn(type).forEach(use -> events.add(SimpleConditionEvent.satisfied(type, use)));
              }
            });
  }

  /** Describes each place where a class uses this technology. */
  List<String> usesIn(JavaClass type) {
    return Stream.concat(
            type.getDirectDependenciesFromSelf().stream()
                .filter(each -> types.test(each.getTargetClass().getBaseComponentType()))
                .map(HasDescription::getDescription),
            type.getAccessesFromSelf().stream()
                .filter(accesses)
                .map(HasDescription::getDescription))
        .distinct()
        .toList();
  }

  Set<ProjectModule> modules() {
    return modules;
  }

  /** The single classes that may use it, as what follows the root package. */
  List<String> exceptions() {
    return exceptions;
  }

  /** The testkit is test code: its contracts may provoke what they describe. */
  private boolean isAllowed(Codebase code, JavaClass type) {
    return code.in(ProjectModule.TESTKIT).test(type)
        || code.in(modules.toArray(ProjectModule[]::new)).test(type)
        || exceptions.stream()
            .anyMatch(each -> Codebase.outermost(type).getName().equals(code.root() + each));
  }

  private static boolean touches(JavaAccess<?> access, Class<?> owner, String... names) {
    return access.getTargetOwner().isEquivalentTo(owner)
        && List.of(names).contains(access.getName());
  }

  private static boolean calls(JavaAccess<?> access, Class<?> owner, String... names) {
    return access.getTargetOwner().isAssignableTo(owner)
        && List.of(names).contains(access.getName());
  }

  private static boolean callsStatic(JavaAccess<?> access, Class<?> owner) {
    return access.getTargetOwner().isEquivalentTo(owner)
        && access.getTarget() instanceof CodeUnitAccessTarget target
        && target
            .resolveMember()
            .filter(unit -> unit.getModifiers().contains(JavaModifier.STATIC))
            .isPresent();
  }

  private static boolean creates(JavaAccess<?> access, Class<?> type) {
    return access.getTargetOwner().isAssignableTo(type)
        && access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
  }

  private static boolean returns(JavaAccess<?> access, Class<?> type) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawReturnType().isAssignableTo(type);
  }
}
