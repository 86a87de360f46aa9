package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.classfile.ClassFile;
import java.util.Map;

/** Defines classes from memory. */
final class MemoryLoader extends ClassLoader {

  private final Map<String, ClassFile> classes;

  MemoryLoader(ClassLoader parent, Map<String, ClassFile> classes) {
    super(parent);
    this.classes = Map.copyOf(classes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ClassFile classFile = classes.get(name);
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = classFile.bytes().toByteArray();
    return defineClass(name, bytes, 0, bytes.length);
  }
}
