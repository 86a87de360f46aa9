package dev.loadstone.adapter.javac;

import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceLines;
import dev.loadstone.domain.source.SourcePositions;
import io.vavr.Lazy;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file in memory, under a URI that no other one has, even when two files have one base
 * name.
 */
final class SourceFileObject extends SimpleJavaFileObject {

  private final SourceFile source;
  private final String code;
  // Each of many thousand diagnostics shows its line.
  private final Lazy<SourceLines> lines;
  private final Lazy<SourcePositions> positions;

  SourceFileObject(int index, SourceFile source) {
    super(MemoryUri.of(index + "/" + source.baseName()), Kind.SOURCE);
    this.source = source;
    this.code = source.code();
    this.lines = Lazy.of(source::lines);
    this.positions = Lazy.of(() -> new SourcePositions(code));
  }

  SourceFile source() {
    return source;
  }

  SourcePositions positions() {
    return positions.get();
  }

  /** Returns a line as the user wrote it, empty where there is none of that number. */
  String line(long number) {
    return lines.get().line(number);
  }

  /**
   * The base name: what javac itself shows, without folders whose names could look like parts of a
   * message.
   */
  @Override
  public String getName() {
    return source.baseName();
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return code;
  }
}
