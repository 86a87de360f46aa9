package dev.loadstone.adapter.javac;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
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

  /** Returns the class files but one, sorted by name. */
  List<ClassFile> without(String binaryName) {
    return classFiles.values().stream()
        .filter(classFile -> !classFile.binaryName().equals(binaryName))
        .toList();
  }

  private final class ClassOutputFileObject extends SimpleJavaFileObject {

    private final String binaryName;

    ClassOutputFileObject(String binaryName) {
      super(MemoryUri.of(binaryName.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
      this.binaryName = binaryName;
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
