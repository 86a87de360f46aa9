package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/** Serves an entry of a plugin from memory. */
final class PluginConnection extends URLConnection {

  private final Bytes entry;

  PluginConnection(URL url, Bytes entry) {
    super(url);
    this.entry = entry;
  }

  @Override
  public void connect() {
    connected = true;
  }

  @Override
  public InputStream getInputStream() {
    connect();
    return entry.newInputStream();
  }

  @Override
  public long getContentLengthLong() {
    return entry.size();
  }

  @Override
  public @Nullable String getContentType() {
    return guessContentTypeFromName(getURL().getPath());
  }
}
