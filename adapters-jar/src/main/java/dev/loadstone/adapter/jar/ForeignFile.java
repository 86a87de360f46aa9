package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.ArtifactCorrupt;
import dev.loadstone.domain.error.NotAnArtifact;
import dev.loadstone.domain.error.PluginException;
import java.nio.ByteBuffer;

/** Says what a file is that does not begin as artifacts do. */
final class ForeignFile {

  private static final int CLASS_FILE = 0xCAFEBABE;
  private static final int ZIP = 0x504B0304;
  private static final int EMPTY_ZIP = 0x504B0506;

  private ForeignFile() {}

  static PluginException refusal(String place, Bytes bytes) {
    if (ZipDirectory.holds(bytes, new ZipMember(EntryNames.PROVENANCE, Bytes.of(new byte[0])))) {
      return new ArtifactCorrupt(
          place, "it does not begin as artifacts do; it was changed, or packed again", null);
    }
    return new NotAnArtifact(place, reason(bytes), null);
  }

  private static String reason(Bytes bytes) {
    if (bytes.size() == 0) {
      return "it is empty";
    }
    return switch (magic(bytes)) {
      case CLASS_FILE -> "it is a class file";
      case ZIP, EMPTY_ZIP -> "it is a JAR or ZIP that Loadstone did not write";
      default -> "it is not a JAR";
    };
  }

  private static int magic(Bytes bytes) {
    ByteBuffer buffer = bytes.asByteBuffer();
    return buffer.remaining() < Integer.BYTES ? 0 : buffer.getInt();
  }
}
