package dev.loadstone.domain.artifact;

import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import dev.loadstone.domain.content.Utf8;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.source.SourceFile;
import java.util.Collection;
import java.util.TreeSet;

/**
 * Computes the digest of everything that decides what comes of a compilation, except for the
 * classes of the host, the compiler, the JDK and the library: the sources by base name and content,
 * in order, the contract, the settings with the annotation processors by file name and content, and
 * whether the sources are kept.
 *
 * <p>The folders of the sources are not among it. Two requests that differ in anything else have
 * different digests: every part is written with its length.
 */
public final class RequestDigest {

  private final StringBuilder text = new StringBuilder();

  private RequestDigest() {}

  /**
   * Computes the digest.
   *
   * @param request what is compiled
   */
  public static Digest of(CompilationRequest request) {
    RequestDigest digest = new RequestDigest();
    digest.putNumber(request.sources().files().size());
    for (SourceFile file : request.sources().files()) {
      digest.put(file.baseName());
      digest.put(content(file.text()));
    }
    digest.put(request.contract());
    digest.put(request.settings());
    digest.put(request.retention().name());
    return Digest.of(Bytes.ofUtf8(content(digest.text.toString())));
  }

  // Text with unpaired surrogates has no UTF-8 of its own: another text would have the same.
  private static String content(String text) {
    return Utf8.canEncode(text)
        ? Digest.of(Bytes.ofUtf8(text)).hex()
        : "utf-16:" + Digest.of(codeUnits(text)).hex();
  }

  private static Bytes codeUnits(String text) {
    byte[] units = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      units[2 * i] = (byte) (text.charAt(i) >> 8);
      units[2 * i + 1] = (byte) text.charAt(i);
    }
    return Bytes.wrap(units);
  }

  private void put(Contract contract) {
    if (contract instanceof Contract.HostType type) {
      put(type.type());
      put(type.rawClass());
    } else {
      put("");
    }
  }

  private void put(CompilerSettings settings) {
    putNumber(settings.release().getOrElse(0));
    putAll(settings.options());
    put(settings.warnings().treatment().name());
    putAll(new TreeSet<>(settings.warnings().except()));
    if (!settings.processors().isEmpty()) {
      putNumber(settings.processors().size());
    }
    for (ProcessorJar jar : settings.processors()) {
      put(jar.digest().name());
      put(jar.digest().digest().hex());
    }
  }

  private void putAll(Collection<String> parts) {
    putNumber(parts.size());
    for (String part : parts) {
      put(part);
    }
  }

  private void put(String part) {
    putNumber(part.length());
    text.append(part).append('\n');
  }

  private void putNumber(int number) {
    text.append(number).append(' ');
  }
}
