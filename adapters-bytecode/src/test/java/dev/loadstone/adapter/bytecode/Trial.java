package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.Literal;
import dev.loadstone.domain.classfile.ClassFile;
import dev.loadstone.domain.compatibility.BinaryCompatibility;
import dev.loadstone.domain.compatibility.ClassLookup;
import dev.loadstone.domain.compatibility.PluginClass;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.InlinedConstant;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A plugin, the host that it was compiled against, and the host that it meets.
 *
 * @param before the host's classes that the plugin was compiled against
 * @param after the host's classes that there are now
 * @param plugin the plugin's classes, among them {@code plugin.Plugin}
 * @param constants the names of the constants that the plugin may have of the host
 */
record Trial(
    Map<String, ClassFile> before,
    Map<String, ClassFile> after,
    Map<String, ClassFile> plugin,
    List<String> constants) {

  private static final AsmClassFileReader READER = new AsmClassFileReader();

  /** Many trials share most of their classes. */
  private static final ConcurrentMap<ClassFile, PluginClass> READ = new ConcurrentHashMap<>();

  List<Difference> differences() {
    Map<String, ClassAbi> recorded = abis(before);
    return new BinaryCompatibility(
            new Present(abis(after), after), name -> Option.of(recorded.get(name)))
        .differences(pluginClasses(), inlined(recorded), Option.none());
  }

  List<PluginClass> pluginClasses() {
    return plugin.values().stream().map(Trial::read).toList();
  }

  static Map<String, ClassAbi> abis(Map<String, ClassFile> classes) {
    Map<String, ClassAbi> abis = new TreeMap<>();
    classes.forEach((name, classFile) -> abis.put(name, read(classFile).abi()));
    return abis;
  }

  static SortedSet<String> privateMembers(ClassFile classFile) {
    return read(classFile).privateMembers();
  }

  private static PluginClass read(ClassFile classFile) {
    return READ.computeIfAbsent(
        classFile,
        read ->
            new PluginClass(
                READER.abi(read).get(),
                READER.references(read).get(),
                READER.privateMembers(read).get()));
  }

  private List<InlinedConstant> inlined(Map<String, ClassAbi> recorded) {
    List<InlinedConstant> inlined = new ArrayList<>();
    for (ClassAbi type : recorded.values()) {
      for (FieldAbi field : type.fields()) {
        for (Literal value : field.constant()) {
          if (constants.contains(field.name())) {
            inlined.add(new InlinedConstant(type.name(), field.name(), value));
          }
        }
      }
    }
    return inlined;
  }

  /** Runs the plugin in a host, as it was or as it is. */
  static Run run(Map<String, ClassFile> host, Map<String, ClassFile> plugin) {
    ClassLoader hostLoader = new MemoryLoader(ClassLoader.getPlatformClassLoader(), host);
    ClassLoader pluginLoader = new MemoryLoader(hostLoader, plugin);
    try {
      for (String name : plugin.keySet()) {
        Class.forName(name, true, pluginLoader);
      }
      Object made =
          Class.forName("plugin.Plugin", true, pluginLoader).getConstructor().newInstance();
      return new Run(String.valueOf(((Callable<?>) made).call()), Option.none());
    } catch (LinkageError | InternalError e) {
      return new Run(e.getClass().getName(), linkageError(e));
    } catch (Exception e) {
      return new Run(e.toString(), Option.none());
    }
  }

  // Making the class of a lambda expression wraps what defining it throws, initialising a class
  // whatever its code throws.
  private static Option<LinkageError> linkageError(Error error) {
    boolean isWrapper =
        error instanceof InternalError || error instanceof ExceptionInInitializerError;
    Throwable found = isWrapper ? error.getCause() : error;
    return found instanceof LinkageError linkage ? Option.some(linkage) : Option.none();
  }

  /**
   * How a run ended.
   *
   * @param result what it gave or threw
   * @param error the error of linking that it met
   */
  record Run(String result, Option<LinkageError> error) {}

  private record Present(Map<String, ClassAbi> host, Map<String, ClassFile> classFiles)
      implements ClassLookup {

    @Override
    public Option<ClassAbi> find(String binaryName) {
      return Option.of(host.get(binaryName)).orElse(() -> Jdk.find(binaryName));
    }

    @Override
    public Option<String> unreadable(String binaryName) {
      return Option.none();
    }

    @Override
    public Option<String> hidden(String binaryName) {
      return Option.none();
    }

    @Override
    public boolean isOfJdk(String binaryName) {
      return !host.containsKey(binaryName);
    }

    @Override
    public SortedSet<String> privateMembers(String binaryName) {
      return Option.of(classFiles.get(binaryName))
          .map(Trial::privateMembers)
          .getOrElse(new TreeSet<>());
    }
  }
}
