package dev.loadstone.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What this command is called. */
final class Product {

  static final String NAME = "loadstone";

  private static final String RESOURCE = "product.properties";

  private Product() {}

  /** Returns name and version, such as {@code loadstone 1.0}. */
  static String nameAndVersion() {
    return NAME + " " + version();
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream resource = Product.class.getResourceAsStream(RESOURCE)) {
      properties.load(Objects.requireNonNull(resource, RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " of the command cannot be read", e);
    }
    return properties.getProperty("version", "of an unknown version");
  }
}
