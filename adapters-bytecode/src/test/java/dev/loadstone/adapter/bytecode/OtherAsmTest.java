package dev.loadstone.adapter.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.UnreadableClass;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.port.ClassFileReader;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The class path has another ASM than ours, or none. */
final class OtherAsmTest {

  private static final String ASM = "org.objectweb.asm.";
  private static final String ADAPTER = AsmClassFileReader.class.getPackageName() + ".";
  private static final Path OLD_ASM = Path.of(System.getProperty("loadstone.test.oldAsm"));
  private static final ClassFile OLD = InMemoryJavac.compile("public class Rule {}").get("Rule");

  @Test
  void support_ofOlderAsm_namesItsJarAndWhatItReads() throws Exception {
    try (JarFile old = new JarFile(OLD_ASM.toFile())) {
      ClassFileReader reader = reader(new AsmLoader(name -> content(old, name)));

      assertThat(reader.support().get().newestRelease()).isEqualTo(18);
      assertThat(reader.abi(OLD).get().name()).isEqualTo("Rule");
      assertUnreadable(
          reader, ofRelease(25), "is of release 25, and ASM reads class files up to release 18");
      assertUnreadable(reader, cutOff(), "is cut off");
    }
  }

  @Test
  void read_withoutAsm_saysThatItIsMissing() throws Exception {
    ClassFileReader reader = reader(new AsmLoader(name -> Optional.empty()));

    assertThat(reader.support().get().newestRelease()).isZero();
    assertUnreadable(
        reader, OLD, "is of release 17, and ASM (missing) cannot be used to read class files");
  }

  @Test
  void read_withAsmThatLacksAClass_saysThatItCannotBeUsed() throws Exception {
    ClassFileReader reader =
        reader(
            new AsmLoader(
                name ->
                    name.endsWith("RecordComponentVisitor.class")
                        ? Optional.empty()
                        : content(name)));

    assertThat(reader.support().get().newestRelease()).isZero();
    assertUnreadable(reader, OLD, "is of release 17, and ASM cannot be used to read class files");
  }

  private static void assertUnreadable(ClassFileReader reader, ClassFile classFile, String reason) {
    for (Try<?> read :
        List.of(
            reader.abi(classFile),
            reader.references(classFile),
            reader.privateMembers(classFile))) {
      assertThat(read.getCause()).isInstanceOf(UnreadableClass.class).hasMessage("Rule " + reason);
    }
  }

  private static ClassFile ofRelease(int release) {
    byte[] bytes = OLD.bytes().toByteArray();
    ByteBuffer.wrap(bytes).putShort(6, (short) (44 + release));
    return new ClassFile("Rule", Bytes.of(bytes));
  }

  private static ClassFile cutOff() {
    byte[] bytes = OLD.bytes().toByteArray();
    return new ClassFile("Rule", Bytes.of(Arrays.copyOf(bytes, bytes.length - 1)));
  }

  private static ClassFileReader reader(ClassLoader loader) throws ReflectiveOperationException {
    var made = loader.loadClass(AsmClassFileReader.class.getName()).getDeclaredConstructor();
    made.setAccessible(true);
    return (ClassFileReader) made.newInstance();
  }

  private static Optional<byte[]> content(String name) {
    try (InputStream content = OtherAsmTest.class.getClassLoader().getResourceAsStream(name)) {
      return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<byte[]> content(JarFile jar, String name) {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream content = jar.getInputStream(entry)) {
      return Optional.of(content.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private interface Content {
    Optional<byte[]> of(String resourceName);
  }

  /** Defines the adapter anew, with the ASM that it is given. */
  private static final class AsmLoader extends ClassLoader {

    private final Content asm;

    AsmLoader(Content asm) {
      super(OtherAsmTest.class.getClassLoader());
      this.asm = asm;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean isAsm = name.startsWith(ASM);
      if (!isAsm && !name.startsWith(ADAPTER)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name, isAsm) : known;
      }
    }

    private Class<?> define(String name, boolean isAsm) throws ClassNotFoundException {
      String resource = name.replace('.', '/') + ".class";
      byte @Nullable [] content = (isAsm ? asm.of(resource) : content(resource)).orElse(null);
      if (content == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, content, 0, content.length);
    }

    private static Optional<byte[]> content(String resource) {
      return OtherAsmTest.content(resource);
    }
  }
}
