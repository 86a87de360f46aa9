package dev.loadstone.adapter.javac;

import dev.loadstone.domain.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.tools.SimpleJavaFileObject;

/** A source that an annotation processor makes. */
final class GeneratedSource extends SimpleJavaFileObject {

  private final String path;
  private String text = "";

  /**
   * Makes an empty file.
   *
   * @param path its package as folders and its type's name
   */
  GeneratedSource(URI uri, String path) {
    super(uri, Kind.SOURCE);
    this.path = path;
  }

  /** Returns the file as it is now. */
  SourceFile source() {
    return SourceFile.of(path, text);
  }

  @Override
  public String getName() {
    return path;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  @Override
  public OutputStream openOutputStream() {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        text = toString(StandardCharsets.UTF_8);
      }
    };
  }

  @Override
  public Writer openWriter() {
    return new OutputStreamWriter(openOutputStream(), StandardCharsets.UTF_8);
  }
}
