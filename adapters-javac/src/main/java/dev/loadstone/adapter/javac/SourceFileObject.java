package dev.loadstone.adapter.javac;

import dev.loadstone.domain.source.SourceFile;
import io.vavr.Lazy;
import java.util.List;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file in memory, under a URI that no other one has, even when two files have one base
 * name.
 */
final class SourceFileObject extends SimpleJavaFileObject {

  private final SourceFile source;
  private final String code;
  // Each of many thousand diagnostics shows its line.
  private final Lazy<List<String>> lines;

  SourceFileObject(int index, SourceFile source) {
    super(MemoryUri.of(index + "/" + source.baseName()), Kind.SOURCE);
    this.source = source;
    this.code = source.code();
    this.lines = Lazy.of(source::lines);
  }

  SourceFile source() {
    return source;
  }

  /** Returns a line as the user wrote it, empty where there is none of that number. */
  String line(long number) {
    List<String> all = lines.get();
    return number < 1 || number > all.size() ? "" : all.get((int) number - 1);
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
