package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.classfile.ClassFileSupport;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The ASM of this process, which need not be the one that this library was built with: another one
 * before it in the class path wins.
 */
final class AsmLibrary {

  private static final int OLDEST_MAJOR_VERSION = 45;
  private static final int NEWEST_MAJOR_VERSION = 0xFFFF;
  private static final int FEATURE_RELEASE_OFFSET = 44;
  private static final int MAJOR_VERSION_AT = 6;

  /** {@code class A extends A}, as short as a class file can be (JVMS 4.1). */
  private static final byte[] SMALLEST = {
    (byte) 0xCA,
    (byte) 0xFE,
    (byte) 0xBA,
    (byte) 0xBE,
    0,
    0,
    0,
    0,
    0,
    3,
    1,
    0,
    1,
    'A',
    7,
    0,
    1,
    0,
    0,
    0,
    2,
    0,
    2,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0
  };

  private AsmLibrary() {}

  static ClassFileSupport support() {
    return Found.SUPPORT;
  }

  /** What ASM can do is asked for once, and not before a class file is read. */
  private static final class Found {
    static final ClassFileSupport SUPPORT = find();
  }

  private static ClassFileSupport find() {
    int major = Opcodes.V28;
    while (major < NEWEST_MAJOR_VERSION && reads(major + 1)) {
      major++;
    }
    while (major >= OLDEST_MAJOR_VERSION && !reads(major)) {
      major--;
    }
    boolean isUsable = major >= OLDEST_MAJOR_VERSION;
    return new ClassFileSupport(name(), isUsable ? major - FEATURE_RELEASE_OFFSET : 0);
  }

  // There is no other way to ask: the constants for releases are compiled into this class.
  private static boolean reads(int major) {
    byte[] classFile = SMALLEST.clone();
    ByteBuffer.wrap(classFile).putShort(MAJOR_VERSION_AT, (short) major);
    try {
      AbiReading.abi(new ClassReader(classFile));
      return true;
    } catch (RuntimeException | LinkageError tooOldOrMissing) {
      return false;
    }
  }

  private static String name() {
    try {
      String version = ClassReader.class.getPackage().getImplementationVersion();
      CodeSource source = ClassReader.class.getProtectionDomain().getCodeSource();
      URL location = source == null ? null : source.getLocation();
      return "ASM"
          + (version == null ? "" : " " + version)
          + (location == null ? "" : " (" + place(location) + ")");
    } catch (LinkageError missing) {
      return "ASM (missing)";
    }
  }

  private static String place(URL location) {
    try {
      return Path.of(location.toURI()).toString();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noFile) {
      return location.toString();
    }
  }
}
