package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.artifact.PluginOrigin;
import dev.loadstone.domain.content.Bytes;
import io.vavr.control.Option;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * The URLs of one plugin: {@code loadstone:/Pricing.java!/com/acme/Pricing.class}.
 *
 * <p>They are served from memory, so that no file is opened and what was verified is what is read.
 * They refer to the plugin's content and not to its loader.
 */
final class PluginUrls extends URLStreamHandler {

  private final PluginContent content;
  private final String root;

  PluginUrls(PluginOrigin origin, PluginContent content) {
    this.content = content;
    this.root = (origin.name().startsWith("/") ? "" : "/") + origin.name();
  }

  /**
   * Names the artifact: its file, or for a plugin that was compiled in this process, its source.
   */
  static URL codeSource(PluginOrigin origin, PluginUrls urls) {
    try {
      return origin.artifactFile().isDefined()
          ? origin.artifactFile().get().toUri().toURL()
          : urls.url(urls.root);
    } catch (MalformedURLException noUrlOfItsFileSystem) {
      return urls.url(urls.root);
    }
  }

  /** Returns the URL of an entry, none where the plugin has no such entry. */
  Option<URL> find(String entryName) {
    return content.entry(entryName).map(unused -> url(root + "!/" + entryName));
  }

  @Override
  protected URLConnection openConnection(URL url) throws IOException {
    return new PluginConnection(url, entryAt(url));
  }

  private Bytes entryAt(URL url) throws FileNotFoundException {
    String path = URI.create(url.toExternalForm()).getPath();
    String prefix = root + "!/";
    Option<Bytes> entry =
        path.startsWith(prefix) ? content.entry(path.substring(prefix.length())) : Option.none();
    return entry.getOrElseThrow(() -> new FileNotFoundException(url.toExternalForm()));
  }

  private URL url(String path) {
    try {
      return new URL(null, new URI("loadstone", null, path, null).toASCIIString(), this);
    } catch (URISyntaxException | MalformedURLException e) {
      throw new IllegalStateException("a path cannot be quoted: " + path, e);
    }
  }
}
