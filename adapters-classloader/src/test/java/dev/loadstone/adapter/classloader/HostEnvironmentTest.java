package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class HostEnvironmentTest {

  @RegisterExtension final OpenModules modules = new OpenModules();

  @TempDir private Path folder;

  @Test
  void open_missingClassPathEntry_isTheCallersBug() {
    Path missing = folder.resolve("missing.jar");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> modules.overClassPath(folder, missing))
        .withMessage("class path entry " + missing + " does not exist");
  }

  @Test
  void open_fileThatIsNoJar_isTheCallersBug() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "text, and not a JAR at all");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> modules.overClassPath(text))
        .withMessageStartingWith("class path entry " + text + " is neither a folder nor a JAR: ");
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void open_pipe_isTheCallersBugAndDoesNotWait() throws Exception {
    Path pipe = Jars.pipe(folder.resolve("pipe.jar"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> modules.overClassPath(pipe))
        .withMessage(
            "class path entry "
                + pipe
                + " is neither a folder nor a JAR: it is a device, a pipe or a socket");
  }

  @Test
  void pluginParent_askedForClasses_givesThoseOfHostClassPathAndJdk() throws Exception {
    Path jar =
        Jars.write(
            folder.resolve("acme.jar"),
            Compiled.of("package acme; public class Rule {}").entries());
    ClassLoader parent = modules.overOwnLoader(jar).hostClasses();

    assertThat(parent.loadClass("acme.Rule").getClassLoader().getName())
        .isEqualTo("loadstone:class-path");
    assertThat(parent.loadClass(Test.class.getName())).isSameAs(Test.class);
    assertThat(parent.loadClass("java.lang.String")).isSameAs(String.class);
  }

  @Test
  void pluginParent_ofHostThatSeesThePlatformOnly_givesAllOfTheJdk() throws Exception {
    ClassLoader parent = modules.overClassPath().hostClasses();

    assertThat(parent.loadClass("com.sun.source.util.JavacTask").getModule().getName())
        .isEqualTo("jdk.compiler");
    assertThat(parent.getResource("com/sun/source/util/JavacTask.class")).isNotNull();
    assertThat(Collections.list(parent.getResources("java/lang/Object.class"))).hasSize(1);
    assertThat(isGiven(parent, "java.lang.Absent")).isFalse();
    assertThat(isGiven(parent, HostEnvironmentTest.class.getName())).isFalse();
  }

  @Test
  void pluginParent_askedForTheUnnamedPackage_hasNothing() throws Exception {
    Path jar =
        Jars.write(folder.resolve("acme.jar"), Compiled.of("public class Unnamed {}").entries());
    ClassLoaderAdapter module = modules.overClassPath(jar);

    assertThat(isGiven(module.hostClasses(), "Unnamed")).isFalse();
    assertThat(module.hostClasses().getResource("Unnamed.class")).isNull();
    assertThat(module.hostClasses().getResourceAsStream("Unnamed.class")).isNull();
    assertThat(Collections.list(module.hostClasses().getResources("Unnamed.class"))).isEmpty();
    assertThat(module.hostClasses().getResource("META-INF/MANIFEST.MF")).isNotNull();
  }

  private static boolean isGiven(ClassLoader loader, String name) {
    try {
      return loader.loadClass(name) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void pluginParent_ofChildFirstHost_givesTheChildsClassesAndTheJdksOwn() throws Exception {
    Path child = Jars.write(folder.resolve("child.jar"), entry("acme.Rule", "child"));
    Path parent = Jars.write(folder.resolve("parent.jar"), entry("acme.Rule", "parent"));
    try (URLClassLoader parentLoader = new URLClassLoader(urls(parent), null);
        URLClassLoader childLoader = new ChildFirst(urls(child), parentLoader)) {
      ClassLoaderAdapter module = modules.over(childLoader);

      assertThat(module.hostView().classesIn("acme").get()).containsExactly("acme.Rule");
      assertThat(module.hostView().classFile("acme.Rule").get().get().bytes())
          .isEqualTo(Bytes.ofUtf8("child"));
      assertThat(module.hostClasses().loadClass("java.sql.Date")).isSameAs(java.sql.Date.class);
    }
  }

  private static URL[] urls(Path file) throws IOException {
    return new URL[] {file.toUri().toURL()};
  }

  private static Map<String, Bytes> entry(String binaryName, String content) {
    ClassFile classFile = new ClassFile(binaryName, Bytes.ofUtf8(content));
    return Map.of(BinaryNames.resourceName(classFile.binaryName()), classFile.bytes());
  }

  private static final class ChildFirst extends URLClassLoader {

    ChildFirst(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    public URL getResource(String name) {
      URL own = findResource(name);
      return own == null ? super.getResource(name) : own;
    }
  }

  @Test
  void classPathJar_replacedBetweenTwoModules_isReadAnew() throws Exception {
    Path jar = Jars.write(folder.resolve("acme.jar"), entry("acme.Rule", "old"));
    ClassLoaderAdapter old = modules.overClassPath(jar);
    assertThat(content(old, "acme.Rule")).isEqualTo("old");

    Path replacement = Jars.write(folder.resolve("new.jar"), entry("acme.Rule", "new"));
    Files.setLastModifiedTime(replacement, Files.getLastModifiedTime(jar));
    Files.move(replacement, jar, StandardCopyOption.REPLACE_EXISTING);

    assertThat(content(modules.overClassPath(jar), "acme.Rule")).isEqualTo("new");
  }

  @Test
  void classPathJar_overwrittenAfterClose_isReadAnew() throws Exception {
    Path jar = Jars.write(folder.resolve("acme.jar"), entry("acme.Rule", "old"));
    ClassLoaderAdapter old = modules.overClassPath(jar);
    assertThat(content(old, "acme.Rule")).isEqualTo("old");
    old.close();

    var time = Files.getLastModifiedTime(jar);
    Jars.write(jar, entry("acme.Rule", "new"));
    Files.setLastModifiedTime(jar, time);

    assertThat(content(modules.overClassPath(jar), "acme.Rule")).isEqualTo("new");
  }

  private static String content(ClassLoaderAdapter module, String binaryName) {
    return module.hostView().classFile(binaryName).get().get().bytes().toUtf8String();
  }

  @Test
  void close_afterListingReadingAndLoading_leavesNoFileOpen() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "open files are listed");
    Path jar =
        Jars.write(
            folder.resolve("acme.jar"),
            Compiled.of("package acme; public class Rule {}").entries());
    ClassLoaderAdapter module = modules.overClassPath(jar);
    boolean used =
        module.hostView().classesIn("acme").get().equals(List.of("acme.Rule"))
            && module.hostView().classFile("acme.Rule").get().isDefined()
            && isGiven(module.hostClasses(), "acme.Rule");
    assertThat(openFiles()).contains(jar.toRealPath());

    module.close();

    assertThat(used).isTrue();
    assertThat(openFiles()).doesNotContain(jar.toRealPath());
  }

  private static List<Path> openFiles() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.flatMap(HostEnvironmentTest::target).toList();
    }
  }

  private static Stream<Path> target(Path descriptor) {
    try {
      return Stream.of(Files.readSymbolicLink(descriptor));
    } catch (IOException closedMeanwhile) {
      return Stream.of();
    }
  }
}
