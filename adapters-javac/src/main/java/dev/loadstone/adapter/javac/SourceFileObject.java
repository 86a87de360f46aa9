package dev.loadstone.adapter.javac;

import dev.loadstone.domain.source.SourceFile;
import javax.tools.SimpleJavaFileObject;

/**
 * A source file in memory, under a URI that no other one has, even when two files have one base
 * name.
 */
final class SourceFileObject extends SimpleJavaFileObject {

  private final SourceFile source;
  private final String code;

  SourceFileObject(int index, SourceFile source) {
    super(MemoryUri.of(index + "/" + source.baseName()), Kind.SOURCE);
    this.source = source;
    this.code = source.code();
  }

  SourceFile source() {
    return source;
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
