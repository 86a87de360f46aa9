package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.SourceEntry;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plugin holds, its class files, sources and resources, by the names of the resources that
 * they are.
 */
final class PluginContent {

  /** Where numbered sources are, as they are in the artifact's JAR: in no folder of a package. */
  private static final String NUMBERED_SOURCES = "META-INF/loadstone/sources/";

  private final List<String> classNames;
  private final Map<String, Bytes> resources = new HashMap<>();

  PluginContent(Artifact artifact) {
    classNames = artifact.classFiles().stream().map(ClassFile::binaryName).toList();
    artifact.sources().forEach(source -> resources.put(resourceName(source), source.content()));
    artifact
        .generated()
        .sources()
        .forEach(source -> resources.put(resourceName(source), source.content()));
    resources.putAll(artifact.generated().resources());
    artifact
        .classFiles()
        .forEach(file -> resources.put(BinaryNames.resourceName(file.binaryName()), file.bytes()));
  }

  /** Returns the binary names of its classes, in the artifact's order. */
  List<String> classNames() {
    return classNames;
  }

  Option<Bytes> resource(String resourceName) {
    return Option.of(resources.get(resourceName));
  }

  Option<Bytes> classFile(String binaryName) {
    return resource(BinaryNames.resourceName(binaryName));
  }

  private static String resourceName(SourceEntry source) {
    String name = source.name();
    return Character.isDigit(name.charAt(0)) ? NUMBERED_SOURCES + name : name;
  }
}
