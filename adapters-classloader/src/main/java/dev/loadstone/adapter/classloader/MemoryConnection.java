package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.content.Bytes;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/** Serves a resource from memory. */
final class MemoryConnection extends URLConnection {

  private final Bytes content;

  MemoryConnection(URL url, Bytes content) {
    super(url);
    this.content = content;
  }

  @Override
  public void connect() {
    connected = true;
  }

  @Override
  public InputStream getInputStream() {
    connect();
    return content.newInputStream();
  }

  @Override
  public long getContentLengthLong() {
    return content.size();
  }

  @Override
  public @Nullable String getContentType() {
    return guessContentTypeFromName(getURL().getPath());
  }
}
