package dev.loadstone.application;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.linkage.PluginClass;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;

/** Reads what a plugin's classes are and ask of others. */
final class PluginClasses {

  private PluginClasses() {}

  /**
   * Reads those that can be read. What the reader does not understand, as of a later release or a
   * substituted compiler, is not looked into: whether it links is for the loader to say.
   */
  static List<PluginClass> read(List<ClassFile> classFiles, ClassFileReader reader) {
    List<PluginClass> classes = new ArrayList<>();
    for (ClassFile file : classFiles) {
      read(file, reader).forEach(classes::add);
    }
    return List.copyOf(classes);
  }

  private static Try<PluginClass> read(ClassFile file, ClassFileReader reader) {
    Try<ClassAbi> abi = reader.abi(file);
    return abi.flatMap(
        read ->
            reader
                .references(file)
                .flatMap(
                    references ->
                        reader
                            .privateMembers(file)
                            .map(hidden -> new PluginClass(read, references, hidden))));
  }
}
