package dev.loadstone.domain.context;

import java.util.Objects;

/** Why something that the host's loader gives does not exist for plugins. */
public sealed interface Hiding {

  /** {@return the reason, to follow "does not exist for plugins, since"} */
  String reason();

  /**
   * Returns what a plugin's author is told.
   *
   * @param name the package, or the class, that does not exist
   * @return a sentence in parentheses: why, and what to do
   */
  String advice(String name);

  /**
   * The allow-list does not contain the package.
   *
   * @param allowed what it contains
   */
  record NotAllowed(AllowedPackages allowed) implements Hiding {

    public NotAllowed {
      Objects.requireNonNull(allowed, "allowed");
    }

    @Override
    public String reason() {
      return "its package is not allowed: allowed is " + allowed;
    }

    @Override
    public String advice(String name) {
      return "(the host hides "
          + name
          + " from plugins, and allows "
          + allowed
          + "; do without it, or add it: allowPackages in the application, --allow-package of the command)";
    }
  }

  /**
   * The package is in a named module that exports it neither to everybody nor to all unnamed
   * modules, so the JVM would refuse its use (JVMS 5.4.4).
   *
   * @param module the module
   * @param packageName the package
   */
  record NotExported(String module, String packageName) implements Hiding {

    public NotExported {
      Objects.requireNonNull(module, "module");
      Objects.requireNonNull(packageName, "packageName");
    }

    @Override
    public String reason() {
      return "the module " + module + " does not export its package to them";
    }

    @Override
    public String advice(String name) {
      return "(the host's module "
          + module
          + " does not export "
          + packageName
          + " to plugins; do without it, or have it exported: in the module's declaration, or by the"
          + " option --add-exports "
          + module
          + "/"
          + packageName
          + "=ALL-UNNAMED of java)";
    }
  }

  /**
   * The loader gives the class, and nobody its class file, so it cannot be compiled against or
   * compared.
   *
   * @param loader the loader, as it describes itself
   */
  record NoClassFile(String loader) implements Hiding {

    public NoClassFile {
      Objects.requireNonNull(loader, "loader");
    }

    @Override
    public String reason() {
      return "the class loader " + loader + " gives the class without its class file";
    }

    @Override
    public String advice(String name) {
      return "(the host's class loader "
          + loader
          + " gives "
          + name
          + " without its class file, so nothing can be compiled against it; do without it, or have"
          + " its bytes supplied: as a resource of the loader, or by hostClasses in the application)";
    }
  }
}
