package dev.loadstone.adapter.jar;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.EscapedLine;
import dev.loadstone.domain.name.JavaNames;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** The lines of a provenance whose digest is right, to be taken in their order. */
final class ProvenanceLines {

  private static final int PARTS = 3;

  private final List<String> lines;
  private int next;

  private ProvenanceLines(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Splits a provenance of any format, and checks its last line, which is the digest of the others.
   */
  static ProvenanceLines of(Bytes provenance) throws Damage {
    String text = provenance.toUtf8String();
    // What is malformed becomes a replacement character, which is encoded otherwise.
    if (!Bytes.ofUtf8(text).equals(provenance)) {
      throw new Damage("its provenance is not encoded in UTF-8");
    }
    int last = text.lastIndexOf('\n', text.length() - 2) + 1;
    if (text.length() - last != ProvenanceFormat.SEAL_SIZE
        || !text.endsWith(
            ProvenanceFormat.seal(
                provenance.slice(0, provenance.size() - ProvenanceFormat.SEAL_SIZE)))) {
      throw new Damage("its provenance does not have the digest that it states");
    }
    return new ProvenanceLines(split(text, last));
  }

  private static List<String> split(String text, int end) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < end) {
      int feed = text.indexOf('\n', start);
      lines.add(text.substring(start, feed));
      start = feed + 1;
    }
    return lines;
  }

  String one(String key) throws Damage {
    if (!hasNext(key)) {
      throw unexpected("its provenance lacks the line '" + key + "'");
    }
    String escaped = lines.get(next++).substring(key.length() + 1);
    Option<String> value = EscapedLine.read(escaped);
    if (value.isEmpty()) {
      throw new Damage("its provenance has a malformed value: " + Quotation.of(escaped));
    }
    return value.get();
  }

  /** The name of a class that a compiler of Java made. */
  String binaryName(String key) throws Damage {
    String value = one(key);
    if (!JavaNames.isBinaryName(value)) {
      throw malformed(key, value);
    }
    return value;
  }

  /** Checks the name of a class of the host, which may be of another language (JVMS 4.2). */
  static String className(String key, String value) throws Damage {
    for (String segment : value.split("\\.", -1)) {
      if (segment.isEmpty() || segment.chars().anyMatch(unit -> "/;[".indexOf(unit) >= 0)) {
        throw malformed(key, value);
      }
    }
    return value;
  }

  /** A number that is not less than another. */
  int number(String key, int least) throws Damage {
    String value = one(key);
    try {
      int number = Integer.parseInt(value);
      if (number >= least && Integer.toString(number).equals(value)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notNumber(key, value);
    }
    throw notNumber(key, value);
  }

  Digest digest(String key) throws Damage {
    return digest(key, one(key));
  }

  List<String> each(String key) throws Damage {
    List<String> values = new ArrayList<>();
    while (hasNext(key)) {
      values.add(one(key));
    }
    return values;
  }

  List<NamedDigest> eachDigest(String key) throws Damage {
    List<NamedDigest> digests = new ArrayList<>();
    for (String value : each(key)) {
      digests.add(namedDigest(key, value));
    }
    return digests;
  }

  /** A value that is a digest, a space and a name. */
  static NamedDigest namedDigest(String key, String value) throws Damage {
    int space = value.indexOf(' ');
    if (space < 0) {
      throw malformed(key, value);
    }
    return new NamedDigest(value.substring(space + 1), digest(key, value.substring(0, space)));
  }

  /** Values of three parts, the last of which may hold slashes. */
  List<List<String>> eachInThree(String key) throws Damage {
    List<List<String>> values = new ArrayList<>();
    for (String value : each(key)) {
      List<String> parts = List.of(value.split("/", PARTS));
      if (parts.size() < PARTS) {
        throw malformed(key, value);
      }
      values.add(parts);
    }
    return values;
  }

  void end() throws Damage {
    if (next < lines.size()) {
      throw unexpected("its provenance goes on where it should end");
    }
  }

  record NamedDigest(String name, Digest digest) {}

  private boolean hasNext(String key) {
    if (next == lines.size()) {
      return false;
    }
    String line = lines.get(next);
    return line.startsWith(key) && line.startsWith(" ", key.length());
  }

  private static Digest digest(String key, String hex) throws Damage {
    try {
      return new Digest(hex);
    } catch (IllegalArgumentException e) {
      throw malformed(key, hex);
    }
  }

  private static Damage notNumber(String key, String value) {
    return new Damage("its provenance gives no number as '" + key + "': " + Quotation.of(value));
  }

  static Damage malformed(String key, String value) {
    return new Damage("its provenance has a malformed line '" + key + "': " + Quotation.of(value));
  }

  private Damage unexpected(String problem) {
    return new Damage(problem + ", at line " + (next + 1));
  }
}
