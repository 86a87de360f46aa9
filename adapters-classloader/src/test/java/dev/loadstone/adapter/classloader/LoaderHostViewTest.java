package dev.loadstone.adapter.classloader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.error.HostFailed;
import dev.loadstone.domain.port.HostView;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoaderHostViewTest {

  @RegisterExtension final OpenModules modules = new OpenModules();

  @TempDir private Path folder;

  private static Map<String, Bytes> entries(String... binaryNames) {
    return Arrays.stream(binaryNames)
        .map(name -> new ClassFile(name, Bytes.ofUtf8(name)))
        .collect(
            Collectors.toMap(
                file -> BinaryNames.resourceName(file.binaryName()), ClassFile::bytes));
  }

  private static URL[] url(String spec) throws IOException {
    return new URL[] {new URL(spec)};
  }

  private static boolean isRead(HostView view, String binaryName, String content) {
    return view.classFile(binaryName)
        .get()
        .exists(file -> file.bytes().equals(Bytes.ofUtf8(content)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain.jar", "with space.jar", "100%+1#a.jar", "\u00fcn\u0131\u20ac.jar"})
  void jar_withOrWithoutFolderEntries_isListedAndRead(String name) throws Exception {
    Path flat = Jars.write(folder.resolve(name), entries("acme.Rule", "acme.spi.Sub"));
    Path deep = Jars.writeWithFolders(folder.resolve("deep-" + name), entries("acme.Other"));

    HostView view = modules.overClassPath(flat, deep).hostView();

    assertThat(view.classesIn("acme").get()).containsExactly("acme.Other", "acme.Rule");
    assertThat(isRead(view, "acme.Rule", "acme.Rule")).isTrue();
    assertThat(isRead(view, "acme.Other", "acme.Other")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with space", "100%+1#a", "\u00fcn\u0131\u20ac"})
  void folder_ofAnyName_isListedAndRead(String name) throws Exception {
    Path classes = Jars.writeFolder(folder.resolve(name), entries("acme.Rule"));

    HostView view = modules.overClassPath(classes).hostView();

    assertThat(view.classesIn("acme").get()).containsExactly("acme.Rule");
    assertThat(isRead(view, "acme.Rule", "acme.Rule")).isTrue();
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void classFile_pipeInFolder_isHostFailedAndDoesNotWait() throws Exception {
    Path classes = Jars.writeFolder(folder.resolve("classes"), entries("acme.Rule"));
    Path pipe = Jars.pipe(classes.resolve("acme/Pipe.class"));

    HostView view = modules.overClassPath(classes).hostView();

    for (HostView each : List.of(view, view.snapshot())) {
      assertThat(each.classFile("acme.Pipe").getCause())
          .isInstanceOf(HostFailed.class)
          .hasMessageContaining(pipe + " is a device, a pipe or a socket");
      assertThat(isRead(each, "acme.Rule", "acme.Rule")).isTrue();
    }
  }

  @Test
  void manifestClassPath_relativeNestedAndCircular_isFollowed() throws Exception {
    Jars.write(folder.resolve("lib/b.jar"), Map.of("Class-Path", "../a.jar c/"), entries("acme.B"));
    Jars.writeFolder(folder.resolve("lib/c"), entries("acme.C"));
    Path a =
        Jars.write(
            folder.resolve("a.jar"),
            Map.of("Class-Path", "lib/b.jar gone.jar  http://acme.invalid/d.jar"),
            entries("acme.A"));

    HostView view = modules.overClassPath(a).hostView();

    assertThat(view.classesIn("acme").get()).containsExactly("acme.A", "acme.B", "acme.C");
    assertThat(isRead(view, "acme.C", "acme.C")).isTrue();
  }

  @Test
  void manifestClassPath_malformed_hidesTheJarAsItDoesFromItsLoader() throws Exception {
    Path jar =
        Jars.write(folder.resolve("a.jar"), Map.of("Class-Path", "http://[bad"), entries("acme.A"));

    HostView view = modules.overClassPath(jar).hostView();

    assertThat(view.classesIn("acme").get()).isEmpty();
    assertThat(view.classFile("acme.A").get()).isEmpty();
  }

  @Test
  void multiReleaseJar_ofAnyVersion_showsWhatTheRunningReleaseSees() throws Exception {
    Map<String, Bytes> entries = new HashMap<>(entries("acme.Rule"));
    entries.put("META-INF/versions/9/acme/Rule.class", Bytes.ofUtf8("for 9"));
    entries.put("META-INF/versions/9/acme/OnlyIn9.class", Bytes.ofUtf8("only in 9"));
    entries.put("META-INF/versions/900/acme/OnlyIn900.class", Bytes.ofUtf8("only in 900"));
    entries.put("META-INF/versions/x/acme/Odd.class", Bytes.ofUtf8("odd"));
    Path multiRelease =
        Jars.write(folder.resolve("multi.jar"), Map.of("Multi-Release", "true"), entries);
    Path single = Jars.write(folder.resolve("single.jar"), entries);

    HostView view = modules.overClassPath(multiRelease).hostView();

    assertThat(view.classesIn("acme").get()).containsExactly("acme.OnlyIn9", "acme.Rule");
    assertThat(isRead(view, "acme.Rule", "for 9")).isTrue();
    assertThat(isRead(view, "acme.OnlyIn9", "only in 9")).isTrue();
    assertThat(modules.overClassPath(single).hostView().classesIn("acme").get())
        .containsExactly("acme.Rule");
  }

  @Test
  void host_ofThisTest_isListedThroughTheApplicationLoader() {
    HostView view = modules.overOwnLoader().hostView();

    assertThat(view.classesIn("dev.loadstone.adapter.classloader").get())
        .contains(LoaderHostViewTest.class.getName(), ClassLoaderAdapter.class.getName());
    assertThat(view.classesIn("org.junit.jupiter.api.io").get()).contains(TempDir.class.getName());
    assertThat(view.classFile(TempDir.class.getName()).get()).isNotEmpty();
  }

  @Test
  void host_withNamedModulesInALayer_isListed() throws Exception {
    Path jar =
        Jars.write(
            folder.resolve("modules/rules.jar"),
            Compiled.of(
                    "module acme.rules { exports acme.rules; }",
                    "package acme.rules; public class Rule {}")
                .entries());
    Path exploded =
        Jars.writeFolder(
            folder.resolve("modules/prices"),
            Compiled.of("module acme.prices { }", "package acme.prices; public class Price {}")
                .entries());
    Path automatic =
        Jars.write(
            folder.resolve("modules/auto.jar"),
            Map.of("Automatic-Module-Name", "acme.auto"),
            Compiled.of("package acme.auto; public class Auto {}").entries());
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration()
            .resolve(
                ModuleFinder.of(jar, exploded, automatic),
                ModuleFinder.of(),
                Set.of("acme.rules", "acme.prices", "acme.auto"));
    ClassLoader host =
        boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader())
            .findLoader("acme.rules");

    ClassLoaderAdapter module = modules.over(host);

    assertThat(module.hostView().classesIn("acme.rules").get()).containsExactly("acme.rules.Rule");
    assertThat(module.hostView().classesIn("acme.prices").get()).isEmpty();
    assertThat(module.hostView().classFile("acme.prices.Price").get()).isEmpty();
    assertThat(module.hostView().hiddenBy("acme.prices").get())
        .containsExactly(
            new dev.loadstone.domain.context.Hiding.NotExported("acme.prices", "acme.prices"));
    assertThat(module.hostView().hidingOf("acme.prices.Price").get())
        .containsExactly(
            new dev.loadstone.domain.context.Hiding.NotExported("acme.prices", "acme.prices"));
    assertThat(module.hostView().hasPackage("acme.prices").get()).isTrue();
    assertThat(module.hostView().classesIn("acme.auto").get()).containsExactly("acme.auto.Auto");
    assertThat(module.hostView().classFile("acme.rules.Rule").get()).isNotEmpty();
    assertThat(module.hostClasses().loadClass("acme.rules.Rule").getModule().getName())
        .isEqualTo("acme.rules");
  }

  @Test
  void host_withNamedModulesInALoaderOfItsOwn_hidesWhatIsNotExported() throws Exception {
    Path exploded =
        Jars.writeFolder(
            folder.resolve("modules/rules"),
            Compiled.of(
                    "module acme.rules { exports acme.rules; }",
                    "package acme.rules; public class Rule {}",
                    "package acme.internal; public class Secret {}")
                .entries());
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration()
            .resolve(ModuleFinder.of(exploded), ModuleFinder.of(), Set.of("acme.rules"));
    try (URLClassLoader host =
        new URLClassLoader(
            new URL[] {exploded.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      ModuleLayer.defineModules(configuration, List.of(boot), name -> host);

      ClassLoaderAdapter module = modules.over(host);

      assertThat(module.hostView().classesIn("acme.rules").get())
          .containsExactly("acme.rules.Rule");
      assertThat(module.hostView().classesIn("acme.internal").get()).isEmpty();
      assertThat(module.hostView().classFile("acme.internal.Secret").get()).isEmpty();
    }
  }

  @Test
  void hasPackage_ofJdkModuleThatThisProcessDidNotResolve_isTrue() {
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isEmpty();

    assertThat(modules.overClassPath().hostView().hasPackage("jdk.incubator.vector").get())
        .isTrue();
  }

  @Test
  void host_startedWithAModulePath_isListed() throws Exception {
    Path jar =
        Jars.write(
            folder.resolve("modules/rules.jar"),
            Compiled.of(
                    "module acme.rules { exports acme.rules; }",
                    "package acme.rules; public class Rule {}")
                .entries());

    String listed =
        listedByAnotherProcess(
            "acme.rules",
            Map.of(),
            "--module-path",
            jar.getParent().toString(),
            "--add-modules",
            "acme.rules");

    assertThat(listed).isEqualTo("[acme.rules.Rule]");
  }

  @Test
  void host_inALocaleThatCannotNameAPackage_hasNoClassesInIt() throws Exception {
    assertThat(listedByAnotherProcess("b%C3%BCcher", Map.of("LC_ALL", "C"))).isEqualTo("[]");
  }

  private static String listedByAnotherProcess(
      String packageName, Map<String, String> environment, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ListingMain.class.getName(), packageName));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }

  @Test
  void urlLoader_overAFolderInAJar_isListed() throws Exception {
    Path jar =
        Jars.writeWithFolders(
            folder.resolve("app.jar"),
            Map.of(
                "BOOT-INF/classes/acme/Rule.class", Bytes.ofUtf8("rule"),
                "acme/Launcher.class", Bytes.ofUtf8("launcher")));
    try (URLClassLoader host =
        new URLClassLoader(
            url("jar:" + jar.toUri() + "!/BOOT-INF/classes/"),
            ClassLoader.getPlatformClassLoader())) {

      HostView view = modules.over(host).hostView();

      assertThat(view.classesIn("acme").get()).containsExactly("acme.Rule");
      assertThat(isRead(view, "acme.Rule", "rule")).isTrue();
    }
  }

  @Test
  @SuppressWarnings("deprecation") // What older hosts still do: a URL with its spaces left in.
  void urlLoader_overUnquotedUrl_isListed() throws Exception {
    Path classes = Jars.writeFolder(folder.resolve("with space"), entries("acme.Rule"));
    try (URLClassLoader host =
        new URLClassLoader(
            new URL[] {classes.toFile().toURL()}, ClassLoader.getPlatformClassLoader())) {

      assertThat(modules.over(host).hostView().classesIn("acme").get())
          .containsExactly("acme.Rule");
    }
  }

  @Test
  void urlLoader_withBrokenAndMissingEntries_showsTheOthers() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.jar"), "not a JAR");
    Path empty = folder.resolve("empty.jar");
    new JarOutputStream(Files.newOutputStream(empty)).close();
    Path good = Jars.write(folder.resolve("good.jar"), entries("acme.Rule"));
    URL[] urls = {
      broken.toUri().toURL(),
      empty.toUri().toURL(),
      folder.resolve("missing.jar").toUri().toURL(),
      good.toUri().toURL()
    };
    try (URLClassLoader host = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {

      assertThat(modules.over(host).hostView().classesIn("acme").get())
          .containsExactly("acme.Rule");
    }
  }

  @Test
  void loader_thatHidesClasses_hidesThemHereToo() throws Exception {
    Path jar = Jars.write(folder.resolve("acme.jar"), entries("acme.Rule", "acme.Hidden"));
    try (URLClassLoader host = new Hiding(jar.toUri().toURL())) {

      HostView view = modules.over(host).hostView();

      assertThat(view.classesIn("acme").get()).containsExactly("acme.Rule");
      assertThat(view.classFile("acme.Hidden").get()).isEmpty();
    }
  }

  private static final class Hiding extends URLClassLoader {

    Hiding(URL jar) {
      super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public URL getResource(String name) {
      return name.contains("Hidden") ? null : super.getResource(name);
    }
  }

  @Test
  void loader_thatServesStreamsOnly_isRead() {
    ClassLoader host =
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          public InputStream getResourceAsStream(String name) {
            return name.equals("acme/Rule.class")
                ? Bytes.ofUtf8("rule").newInputStream()
                : super.getResourceAsStream(name);
          }
        };

    assertThat(isRead(modules.over(host).hostView(), "acme.Rule", "rule")).isTrue();
  }

  @Test
  void urlLoader_thatGrows_showsWhatWasAdded() throws Exception {
    Path one = Jars.write(folder.resolve("one.jar"), entries("acme.One"));
    Path two = Jars.write(folder.resolve("two.jar"), entries("acme.Two"));
    try (Growing host = new Growing(one.toUri().toURL())) {
      HostView view = modules.over(host).hostView();
      HostView snapshot = view.snapshot();
      List<String> before = snapshot.classesIn("acme").get();

      host.addURL(two.toUri().toURL());

      assertThat(before).containsExactly("acme.One");
      assertThat(view.classesIn("acme").get()).containsExactly("acme.One", "acme.Two");
      assertThat(snapshot.classesIn("acme").get()).isEqualTo(before);
    }
  }

  private static final class Growing extends URLClassLoader {

    Growing(URL url) {
      super(new URL[] {url}, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public void addURL(URL url) {
      super.addURL(url);
    }
  }

  @Test
  void snapshot_ofFolderThatChanges_answersAsBefore() throws Exception {
    Path classes = Jars.writeFolder(folder.resolve("classes"), entries("acme.Rule"));
    HostView view = modules.overClassPath(classes).hostView();
    HostView snapshot = view.snapshot();
    boolean asked =
        snapshot.classesIn("acme").get().size() == 1
            && snapshot.classesIn("later").get().isEmpty()
            && snapshot.classFile("acme.Rule").get().isDefined()
            && snapshot.classFile("later.Later").get().isEmpty()
            && !snapshot.hasPackage("later").get();

    Jars.writeFolder(classes, entries("later.Later", "acme.More"));
    Files.writeString(classes.resolve("acme/Rule.class"), "changed");

    assertThat(asked).isTrue();
    assertThat(snapshot.classesIn("acme").get()).containsExactly("acme.Rule");
    assertThat(snapshot.classesIn("later").get()).isEmpty();
    assertThat(isRead(snapshot, "acme.Rule", "acme.Rule")).isTrue();
    assertThat(snapshot.classFile("later.Later").get()).isEmpty();
    assertThat(snapshot.hasPackage("later").get()).isFalse();
    assertThat(view.classesIn("acme").get()).containsExactly("acme.More", "acme.Rule");
    assertThat(isRead(view, "acme.Rule", "changed")).isTrue();
    assertThat(view.hasPackage("later").get()).isTrue();
  }
}
