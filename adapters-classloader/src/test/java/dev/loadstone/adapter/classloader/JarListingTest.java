package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.content.Bytes;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarListingTest {

  private static final Map<String, Bytes> RULE =
      Map.of("acme/Rule.class", Bytes.ofUtf8("rule"), "Unnamed.class", Bytes.ofUtf8("unnamed"));

  @TempDir private Path folder;

  @Test
  void of_jarInAJar_isListedThroughTheHandlerOfItsUrl() throws Exception {
    Path inner = Jars.write(folder.resolve("inner.jar"), RULE);
    Path outer =
        Jars.write(
            folder.resolve("outer.jar"),
            Map.of("lib/inner.jar", Bytes.of(Files.readAllBytes(inner))));
    URL location =
        new URL(null, "jar:" + outer.toUri() + "!/lib/inner.jar!/", new OpensInner(inner));

    JarListing listing = JarListing.of(location);

    assertThat(listing.classes().classesIn("acme")).containsExactly("acme.Rule");
    assertThat(listing.classes().classesIn("")).isEmpty();
    assertThat(listing.classPath()).isEmpty();
  }

  /** Stands for the handler of a launcher that keeps JARs in a JAR. */
  private static final class OpensInner extends URLStreamHandler {

    private final Path inner;

    OpensInner(Path inner) {
      this.inner = inner;
    }

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      return new JarURLConnection(url) {
        @Override
        public String getEntryName() {
          return null;
        }

        @Override
        public JarFile getJarFile() throws IOException {
          return new JarFile(inner.toFile());
        }

        @Override
        public void connect() {
          connected = true;
        }
      };
    }
  }

  @Test
  void of_whatIsNoJar_isEmpty() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "text");

    JarListing listing = JarListing.of(new URL("jar:" + text.toUri() + "!/"));

    assertThat(listing.classes().classesIn("acme")).isEmpty();
  }

  @Test
  void of_manifestWithClassPath_hasItsElements() throws Exception {
    Path jar = Jars.write(folder.resolve("a.jar"), Map.of("Class-Path", " lib/b.jar   c/ "), RULE);

    JarListing listing = JarListing.of(new URL("jar:" + jar.toUri() + "!/"));

    assertThat(listing.classPath()).containsExactly("lib/b.jar", "c/");
  }
}
