package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a plugin holds, by entry name: its class files and its sources. */
final class PluginContent {

  private final List<String> classNames;
  private final Map<String, Bytes> entries = new HashMap<>();

  PluginContent(Artifact artifact) {
    classNames = artifact.classFiles().stream().map(ClassFile::binaryName).toList();
    artifact.sources().forEach(source -> entries.put(source.entryName(), source.content()));
    artifact.classFiles().forEach(file -> entries.put(file.entryName(), file.bytes()));
  }

  /** Returns the binary names of its classes, in the artifact's order. */
  List<String> classNames() {
    return classNames;
  }

  Option<Bytes> entry(String entryName) {
    return Option.of(entries.get(entryName));
  }

  Option<Bytes> classFile(String binaryName) {
    return entry(BinaryNames.resourceName(binaryName));
  }
}
