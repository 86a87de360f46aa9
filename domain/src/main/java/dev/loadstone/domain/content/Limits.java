package dev.loadstone.domain.content;

/**
 * How much is read at most, so that a wrong or hostile file costs no more memory than a large good
 * one. The defaults are far above what people write.
 *
 * @param sourceBytes how many bytes a source file may have
 * @param artifactBytes how many bytes an artifact may have
 */
public record Limits(int sourceBytes, int artifactBytes) {

  /** How many bytes a class file of the host may have; the JVM's own limits end before. */
  public static final int CLASS_FILE_BYTES = 64 << 20;

  /** How many bytes the provenance of an artifact, its ABIs and its warnings may have each. */
  public static final int RECORD_BYTES = 16 << 20;

  /** How many options a compilation may have. */
  public static final int OPTIONS = 1_000;

  private static final Limits DEFAULTS = new Limits(16 << 20, 256 << 20);

  public Limits {
    if (sourceBytes <= 0 || artifactBytes <= 0) {
      throw new IllegalArgumentException(
          "a limit is not positive: " + sourceBytes + ", " + artifactBytes);
    }
  }

  /**
   * {@return the limits that hold unless others are set: 16 MiB for a source, 256 MiB for an
   * artifact}
   */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these limits with another one for sources.
   *
   * @param bytes how many bytes a source file may have
   * @return a copy
   */
  public Limits withSourceBytes(int bytes) {
    return new Limits(bytes, artifactBytes);
  }

  /**
   * Returns these limits with another one for artifacts.
   *
   * @param bytes how many bytes an artifact may have
   * @return a copy
   */
  public Limits withArtifactBytes(int bytes) {
    return new Limits(sourceBytes, bytes);
  }
}
