package dev.loadstone.adapter.ecj;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;

/**
 * The JDK as it was in an earlier release, which a JDK holds in its file {@code lib/ct.sym} (JEP
 * 247): a ZIP file of {@code <releases>/<module>/<class>.sig}, where a letter or digit names each
 * of the releases that share a class. That file stays open.
 */
final class ReleasePlatform implements PlatformClasses {

  private static final String SUFFIX = ".sig";

  private final ZipFile data;

  /** Where in the file each class is. */
  private final Map<String, String> entries = new HashMap<>();

  private final Set<String> packages = new HashSet<>();
  private final Set<String> around = new HashSet<>();
  private final PlatformTypes types = new PlatformTypes();

  private ReleasePlatform(ZipFile data) {
    this.data = data;
  }

  /**
   * Opens what the JDK of this process tells of a release.
   *
   * @throws IOException if it tells nothing; the message says why
   */
  static ReleasePlatform open(int release) throws IOException {
    Path file = Path.of(System.getProperty("java.home"), "lib", "ct.sym");
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "this runtime knows no release but its own, "
              + Runtime.version().feature()
              + ": to compile for release "
              + release
              + " takes the file lib/ct.sym of a JDK");
    }
    ReleasePlatform platform = new ReleasePlatform(new ZipFile(file.toFile()));
    platform.find(release);
    if (platform.entries.isEmpty()) {
      platform.data.close();
      throw new IOException("the file lib/ct.sym of this JDK tells nothing of release " + release);
    }
    return platform;
  }

  private void find(int release) {
    String letter = Integer.toString(release, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    Enumeration<? extends ZipEntry> all = data.entries();
    while (all.hasMoreElements()) {
      String path = all.nextElement().getName();
      int releases = path.indexOf('/');
      int module = path.indexOf('/', releases + 1);
      if (path.endsWith(SUFFIX)
          && module > 0
          && path.substring(0, releases).contains(letter)
          && ModuleLayer.boot().findModule(path.substring(releases + 1, module)).isPresent()) {
        add(path.substring(module + 1, path.length() - SUFFIX.length()), path);
      }
    }
  }

  private void add(String name, String path) {
    String packageName = RunningPlatform.packageOf(name);
    if (!packageName.isEmpty()) {
      entries.put(name, path);
      if (packages.add(packageName)) {
        RunningPlatform.addEnclosing(packageName, '/', around);
      }
    }
  }

  @Override
  public Option<ClassFileReader> type(String name) {
    return entries.containsKey(name) ? types.get(name, this::read) : Option.none();
  }

  private Option<byte[]> read(String name) throws IOException {
    try (InputStream file = data.getInputStream(data.getEntry(entries.get(name)))) {
      return Option.some(file.readAllBytes());
    }
  }

  @Override
  public boolean isPackage(String name) {
    return hasClasses(name) || around.contains(name);
  }

  @Override
  public boolean hasClasses(String packageName) {
    return packages.contains(packageName);
  }

  /** Of a release, what is not exported is hardly told. */
  @Override
  public boolean isExported(String packageName) {
    return hasClasses(packageName);
  }

  @Override
  public Option<Exports> module(String name) {
    return Option.ofOptional(ModuleLayer.boot().findModule(name))
        .map(module -> new Exports(packagesOf(name), RunningPlatform.transitive(module)));
  }

  private List<String> packagesOf(String module) {
    return entries.entrySet().stream()
        .filter(each -> each.getValue().contains("/" + module + "/"))
        .map(each -> RunningPlatform.packageOf(each.getKey()).replace('/', '.'))
        .distinct()
        .sorted()
        .toList();
  }
}
