package dev.loadstone.cli.command;

/** Finds the class that {@code --contract} names. */
final class ContractClass {

  private ContractClass() {}

  /**
   * Loads a class of the host by its binary name, or by the name that source code gives a nested
   * one. Runs nothing of it.
   *
   * @throws UsageException if there is none
   */
  static Class<?> find(String name, ClassLoader host) {
    String candidate = name;
    while (true) {
      try {
        return Class.forName(candidate, false, host);
      } catch (ClassNotFoundException | NoClassDefFoundError e) {
        int dot = candidate.lastIndexOf('.');
        if (dot < 0) {
          throw new UsageException(
              Options.CONTRACT
                  + ": there is no class "
                  + name
                  + " in the JDK or in "
                  + Options.CLASS_PATH
                  + ". Give the full name of a public class or interface, as for each of its type arguments");
        }
        candidate = candidate.substring(0, dot) + '$' + candidate.substring(dot + 1);
      } catch (LinkageError e) {
        throw new UsageException(
            Options.CONTRACT + ": the class " + name + " cannot be loaded (" + e + ")");
      }
    }
  }
}
