package dev.loadstone.application;

import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compatibility.PluginClass;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plugin's classes are and ask of others.
 *
 * @param classes those that can be read
 * @param unreadable why the others cannot, as of a later release or of a substituted compiler
 */
record PluginClasses(List<PluginClass> classes, List<UnreadableClass> unreadable) {

  static PluginClasses read(List<ClassFile> classFiles, ClassFileReader reader) {
    List<PluginClass> classes = new ArrayList<>();
    List<UnreadableClass> unreadable = new ArrayList<>();
    for (ClassFile file : classFiles) {
      Try<PluginClass> read = read(file, reader);
      if (read.isSuccess()) {
        classes.add(read.get());
      } else {
        unreadable.add(UnreadableClass.of(file.binaryName(), read.getCause()));
      }
    }
    return new PluginClasses(List.copyOf(classes), List.copyOf(unreadable));
  }

  private static Try<PluginClass> read(ClassFile file, ClassFileReader reader) {
    return reader
        .abi(file)
        .flatMap(
            abi ->
                reader
                    .references(file)
                    .flatMap(
                        references ->
                            reader
                                .privateMembers(file)
                                .map(hidden -> new PluginClass(abi, references, hidden))));
  }
}
