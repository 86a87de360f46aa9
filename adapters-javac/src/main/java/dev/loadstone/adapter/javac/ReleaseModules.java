package dev.loadstone.adapter.javac;

import com.sun.source.util.JavacTask;
import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.diagnostic.WarningPolicy;
import dev.loadstone.domain.diagnostic.WarningPolicy.Treatment;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.util.ElementFilter;

/** The modules that javac sees when it compiles for a release; only a task of it can tell. */
final class ReleaseModules {

  private static final SourceFile SOURCE = SourceFile.of("Probe.java", "class Probe {}");

  private ReleaseModules() {}

  /**
   * Returns the names of those that export a package to all; none where nothing can be compiled for
   * that release, which the compilation itself says better.
   */
  static Set<String> exportingModules(int release) {
    CompilerSettings settings =
        new CompilerSettings(
            Option.some(release), List.of(), new WarningPolicy(Treatment.IGNORED, Set.of()));
    return new MemoryTask(
            new CompilationRequest(SourceSet.of(SOURCE), Contract.sideEffect(), settings),
            HostClasses.none())
        .use(
            List.of(new SourceFileObject(0, SOURCE)),
            (task, options) -> Try.success(exportingModules(task)))
        .getOrElse(Set.of());
  }

  private static Set<String> exportingModules(JavacTask task) {
    try {
      task.analyze();
    } catch (IOException | RuntimeException unusable) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    for (ModuleElement module : task.getElements().getAllModuleElements()) {
      // Others are not named, or only by those that need them.
      if (ElementFilter.exportsIn(module.getDirectives()).stream()
          .anyMatch(ReleaseModules::isToAll)) {
        names.add(module.getQualifiedName().toString());
      }
    }
    return names;
  }

  private static boolean isToAll(ExportsDirective exports) {
    return exports.getTargetModules() == null;
  }
}
