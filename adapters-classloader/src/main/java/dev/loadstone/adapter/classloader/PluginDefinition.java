package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.compilation.Start;
import dev.loadstone.domain.contract.Contract;
import java.net.URL;

/** What every loader of one plugin is made of. Refers to none of its classes. */
final class PluginDefinition {

  private final String name;
  private final String mainClass;
  private final Contract contract;
  private final Start start;
  private final PluginContent content;
  private final PluginUrls urls;
  private final URL codeSource;
  private final PluginParentLoader parent;

  PluginDefinition(Artifact artifact, PluginOrigin origin, PluginParentLoader parent) {
    this.name = origin.name();
    this.mainClass = artifact.provenance().mainClass();
    this.contract = artifact.provenance().contract();
    this.start = artifact.provenance().launch().start();
    this.content = new PluginContent(artifact);
    this.urls = new PluginUrls(origin, content);
    this.codeSource = PluginUrls.codeSource(origin, urls);
    this.parent = parent;
  }

  /** Returns the plugin's name for messages. */
  String name() {
    return name;
  }

  PluginContent content() {
    return content;
  }

  PluginClassLoader newLoader() {
    return new PluginClassLoader(mainClass, parent, content, urls, codeSource);
  }

  /**
   * Finds how the plugin starts, and initialises nothing.
   *
   * @param loader one of this plugin's loaders
   * @return its entry point
   * @throws ReflectiveOperationException if the main class or the contract does not exist
   * @throws LinkageError if the main class cannot be linked, or does not fit the contract
   */
  EntryPoint entryPoint(PluginClassLoader loader) throws ReflectiveOperationException {
    if (content.classFile(mainClass).isEmpty()) {
      throw new ClassNotFoundException(mainClass + ", the main class, is not in the plugin");
    }
    Class<?> main = Class.forName(mainClass, false, loader);
    if (contract instanceof Contract.HostType type) {
      return ValueEntryPoint.of(main, Class.forName(type.rawClass(), false, parent));
    }
    return SideEffectEntryPoint.of(main, ((Start.Program) start).form());
  }
}
