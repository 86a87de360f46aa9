package dev.loadstone.domain.error;

import java.io.Serial;
import java.util.List;

/**
 * Sources that are no source set: a bad name, a bad encoding, no main class, or several types for
 * one name.
 */
public final class InvalidSources extends PluginException {

  /** What can be wrong with sources. */
  public enum Reason {
    /** No file was given. */
    NO_FILES,
    /** A file's name is not an identifier followed by {@code .java} (JLS 3.8, 7.6). */
    NOT_A_JAVA_FILE_NAME,
    /** Two files define one type. */
    DUPLICATE_TYPE,
    /** A file is not encoded in UTF-8. */
    NOT_UTF8,
    /** A file has a NUL character, U+0000. */
    NUL_CHARACTER,
    /** A file has more bytes than a source may have. */
    TOO_LARGE,
    /** The main file declares no type. */
    NO_MAIN_CLASS,
    /** The main file declares several types, none of them public or named like the file. */
    SEVERAL_MAIN_CLASSES,
    /** A file that is needed for a type does not declare it. */
    MISPLACED_TYPE,
    /** Two files are where a type that is needed belongs. */
    AMBIGUOUS_FILE
  }

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> paths;
  private final Reason reason;

  /**
   * Makes the error.
   *
   * @param paths the files concerned, as they were given
   * @param reason what is wrong with them
   * @param detail the reason in words, about these files
   */
  public InvalidSources(List<String> paths, Reason reason, String detail) {
    super(ErrorKind.INVALID_SOURCES, Messages.invalidSources(paths, detail), null);
    this.paths = List.copyOf(paths);
    this.reason = reason;
  }

  /** {@return the files concerned, as they were given} */
  public List<String> paths() {
    return paths;
  }

  /** {@return what is wrong with them} */
  public Reason reason() {
    return reason;
  }
}
