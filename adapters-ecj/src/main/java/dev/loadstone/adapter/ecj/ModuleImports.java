package dev.loadstone.adapter.ecj;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;
import org.eclipse.jdt.internal.compiler.lookup.PackageBinding;
import org.eclipse.jdt.internal.compiler.lookup.PlainPackageBinding;

/**
 * Lets files import the JDK's modules (JLS 7.5.5), as those without a class declaration do by
 * themselves (JLS 7.3). The compiler knows no modules here, since plugins are in none: it is told
 * of those that are imported.
 */
final class ModuleImports {

  private static final String BASE = "java.base";

  private final PlatformClasses platform;
  private final LookupEnvironment environment;

  ModuleImports(PlatformClasses platform, LookupEnvironment environment) {
    this.platform = platform;
    this.environment = environment;
  }

  /** Tells the compiler of the modules that a file imports. */
  void declare(CompilationUnitDeclaration unit) {
    if (unit.isSimpleCompilationUnit()) {
      declare(BASE);
    }
    of(unit).forEach(each -> declare(CharOperation.toString(each.tokens)));
  }

  static Stream<ImportReference> of(CompilationUnitDeclaration unit) {
    return Stream.ofNullable(unit.imports).flatMap(Stream::of).filter(ModuleImports::isOfModule);
  }

  static boolean isOfModule(ImportReference reference) {
    return (reference.modifiers & ClassFileConstants.AccModule) != 0;
  }

  private void declare(String name) {
    char[] key = name.toCharArray();
    if (environment.knownModules.get(key) == null) {
      platform
          .module(name)
          .forEach(
              exports -> {
                environment.knownModules.put(key, new JdkModule(key, exports, environment));
                exports.transitive().forEach(this::declare);
              });
    }
  }

  /** What an import of a module imports. */
  private static final class JdkModule extends ModuleBinding {

    private final PlatformClasses.Exports exports;

    /** It knows all modules, and that of a module, which is made for it, does not. */
    private final LookupEnvironment root;

    JdkModule(char[] name, PlatformClasses.Exports exports, LookupEnvironment root) {
      super(name, root);
      this.exports = exports;
      this.root = root;
    }

    @Override
    public PlainPackageBinding[] getExports() {
      List<PlainPackageBinding> packages = new ArrayList<>();
      for (String each : exports.packages()) {
        PackageBinding found =
            environment.createPackage(CharOperation.splitOn('.', each.toCharArray()));
        if (found instanceof PlainPackageBinding plain) {
          packages.add(plain);
        }
      }
      return packages.toArray(PlainPackageBinding[]::new);
    }

    @Override
    public ModuleBinding[] getRequiresTransitive() {
      return exports.transitive().stream()
          .map(each -> root.knownModules.get(each.toCharArray()))
          .filter(Objects::nonNull)
          .toArray(ModuleBinding[]::new);
    }

    @Override
    public boolean isPackageExportedTo(PackageBinding exported, ModuleBinding client) {
      return true;
    }
  }
}
