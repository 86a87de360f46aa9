package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The classes of this runtime that its modules export to all. */
final class Jdk {

  private static final ConcurrentMap<String, Option<ClassAbi>> ABIS = new ConcurrentHashMap<>();

  private Jdk() {}

  static Option<ClassAbi> find(String binaryName) {
    return ABIS.computeIfAbsent(
        binaryName,
        name -> classFile(name).map(classFile -> new AsmClassFileReader().abi(classFile).get()));
  }

  static Option<ClassFile> classFile(String binaryName) {
    String packageName = binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
    return Option.ofOptional(
            ModuleLayer.boot().modules().stream()
                .filter(module -> module.isExported(packageName))
                .findFirst())
        .flatMap(module -> classFile(module, binaryName));
  }

  private static Option<ClassFile> classFile(Module module, String binaryName) {
    try (InputStream content =
        module.getResourceAsStream(binaryName.replace('.', '/') + ".class")) {
      return content == null
          ? Option.none()
          : Option.some(new ClassFile(binaryName, Bytes.of(content.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
