package dev.loadstone.domain.error;

import java.io.Serial;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The library cannot tell which build it is, so it neither trusts nor makes what is kept: artifacts
 * and the cache. Sources still compile and load.
 */
public final class LibraryUnknown extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> missing;
  private final transient List<String> ofAnotherBuild;

  /**
   * Makes the error.
   *
   * @param missing the modules of the library without a stamp that can be read
   * @param ofAnotherBuild the modules that are not those that the library was built with
   * @param cause why a stamp cannot be read, null where nothing was thrown
   */
  public LibraryUnknown(
      List<String> missing, List<String> ofAnotherBuild, @Nullable Throwable cause) {
    super(ErrorKind.LIBRARY_UNKNOWN, Messages.libraryUnknown(missing, ofAnotherBuild), cause);
    this.missing = List.copyOf(missing);
    this.ofAnotherBuild = List.copyOf(ofAnotherBuild);
  }

  /**
   * Returns the modules that are at fault, for either reason.
   *
   * @return their names, such as {@code adapters-fs}, sorted
   */
  public List<String> modules() {
    TreeSet<String> modules = new TreeSet<>(missing);
    modules.addAll(ofAnotherBuild);
    return List.copyOf(modules);
  }

  /**
   * Returns the modules without a stamp that can be read.
   *
   * @return their names
   */
  public List<String> missing() {
    return missing;
  }

  /**
   * Returns the modules that are not those that the library was built with.
   *
   * @return their names
   */
  public List<String> ofAnotherBuild() {
    return ofAnotherBuild;
  }
}
