package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;

/** The class files that javac writes, in memory. */
final class ClassOutput {

  private final TreeMap<String, ClassFile> classFiles = new TreeMap<>();

  /** Returns a file for a class; its content counts once its stream is closed. */
  JavaFileObject fileFor(String binaryName) {
    return new ClassOutputFileObject(binaryName);
  }

  /** Returns the class files, sorted by name. */
  List<ClassFile> all() {
    return List.copyOf(classFiles.values());
  }

  /** Returns a file for a class that is not part of the plugin: its content is lost. */
  static JavaFileObject nowhere(String binaryName) {
    return new SimpleJavaFileObject(uri(binaryName), Kind.CLASS) {
      @Override
      public OutputStream openOutputStream() {
        return OutputStream.nullOutputStream();
      }
    };
  }

  private static URI uri(String binaryName) {
    return MemoryUri.of(binaryName.replace('.', '/') + Kind.CLASS.extension);
  }

  private final class ClassOutputFileObject extends SimpleJavaFileObject {

    private final String binaryName;

    ClassOutputFileObject(String binaryName) {
      super(uri(binaryName), Kind.CLASS);
      this.binaryName = binaryName;
    }

    /** Reads a class that an annotation processor has made. */
    @Override
    public InputStream openInputStream() throws IOException {
      ClassFile written = classFiles.get(binaryName);
      if (written == null) {
        throw new FileNotFoundException(binaryName);
      }
      return written.bytes().newInputStream();
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          classFiles.put(binaryName, new ClassFile(binaryName, Bytes.wrap(toByteArray())));
        }
      };
    }
  }
}
