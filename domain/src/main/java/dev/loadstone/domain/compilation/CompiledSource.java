package dev.loadstone.domain.compilation;

import dev.loadstone.domain.source.SourceFile;
import java.util.Objects;

/**
 * A source file as the compiler read it.
 *
 * @param file the file
 * @param packageName the package that it declares, empty for the unnamed one
 */
public record CompiledSource(SourceFile file, String packageName) {

  public CompiledSource {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(packageName, "packageName");
  }
}
