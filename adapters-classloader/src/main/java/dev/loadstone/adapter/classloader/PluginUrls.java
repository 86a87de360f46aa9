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
import java.util.regex.Pattern;

/**
 * The URLs of one plugin: {@code loadstone:/Pricing.java!/com/acme/Pricing.class}.
 *
 * <p>They are served from memory, so that no file is opened and what was verified is what is read.
 * They refer to the plugin's content and not to its loader.
 */
final class PluginUrls extends URLStreamHandler {

  private static final String SEPARATOR = "!/";
  // Two of them would make what follows a host.
  private static final Pattern LEADING_SLASHES = Pattern.compile("^/+");

  private final PluginContent content;
  private final String root;

  PluginUrls(PluginOrigin origin, PluginContent content) {
    this.content = content;
    this.root = "/" + LEADING_SLASHES.matcher(origin.name()).replaceFirst("");
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

  /** Returns the URL of a resource, none where the plugin has no such resource. */
  Option<URL> find(String resourceName) {
    return content.resource(resourceName).map(unused -> url(root + SEPARATOR + resourceName));
  }

  @Override
  protected URLConnection openConnection(URL url) throws IOException {
    return new MemoryConnection(url, resourceAt(url));
  }

  private Bytes resourceAt(URL url) throws FileNotFoundException {
    String path = URI.create(url.toExternalForm()).getPath();
    // Not by the whole root: a URL loses its dots, as in ./Pricing.java, when it is made.
    int end = path.lastIndexOf(SEPARATOR);
    Option<Bytes> resource =
        end < 0 ? Option.none() : content.resource(path.substring(end + SEPARATOR.length()));
    return resource.getOrElseThrow(() -> new FileNotFoundException(url.toExternalForm()));
  }

  private URL url(String path) {
    try {
      return new URL(null, new URI("loadstone", null, path, null).toASCIIString(), this);
    } catch (URISyntaxException | MalformedURLException e) {
      throw new IllegalStateException("a path cannot be quoted: " + path, e);
    }
  }
}
