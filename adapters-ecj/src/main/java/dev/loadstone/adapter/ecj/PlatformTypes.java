package dev.loadstone.adapter.ecj;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;

/**
 * The classes of a platform that compilations used lately, read: as many as their files have some
 * megabytes, which go where memory is short. Safe for use by many threads.
 */
final class PlatformTypes {

  /** What a few hundred plugins use of the JDK, three times. */
  private static final long MOST_BYTES = 8L << 20;

  private volatile SoftReference<Kept> kept = new SoftReference<>(new Kept());

  /** Reads a class file. */
  interface Source {
    Option<byte[]> read(String name) throws IOException;
  }

  private static final class Kept {
    private final ConcurrentMap<String, ClassFileReader> types = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
  }

  /** Returns a class, none where the source has no such file. */
  Option<ClassFileReader> get(String name, Source source) {
    Kept present = kept();
    ClassFileReader known = present.types.get(name);
    return known == null ? read(present, name, source) : Option.some(known);
  }

  private Option<ClassFileReader> read(Kept present, String name, Source source) {
    try {
      Option<byte[]> file = source.read(name);
      if (file.isEmpty()) {
        return Option.none();
      }
      // What is read at once and whole is not changed later, by several compilations at a time.
      ClassFileReader type = new ClassFileReader(file.get(), (name + ".class").toCharArray(), true);
      keep(present, name, type, file.get().length);
      return Option.some(type);
    } catch (IOException e) {
      throw new UncheckedIOException("the JDK's class " + name + " cannot be read", e);
    } catch (ClassFormatException e) {
      throw new IllegalStateException("the compiler cannot read the JDK's class " + name, e);
    }
  }

  private void keep(Kept present, String name, ClassFileReader type, int bytes) {
    if (present.types.putIfAbsent(name, type) == null
        && present.bytes.addAndGet(bytes) > MOST_BYTES) {
      kept = new SoftReference<>(new Kept());
    }
  }

  private Kept kept() {
    Kept present = kept.get();
    if (present == null) {
      present = new Kept();
      kept = new SoftReference<>(present);
    }
    return present;
  }
}
