package dev.loadstone;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;

/** What one writes without a library: ECJ over the classes that a class loader gives. */
final class EcjByHand {

  /** The bytes of all classes that were asked for, or an empty array for those that are not. */
  private final Map<String, byte[]> classes = new ConcurrentHashMap<>();

  Map<String, byte[]> compile(String name, String text) {
    Map<String, byte[]> made = new TreeMap<>();
    CompilerOptions options = new CompilerOptions();
    String version = Integer.toString(Runtime.version().feature());
    options.set(
        Map.of(
            CompilerOptions.OPTION_Source, version,
            CompilerOptions.OPTION_Compliance, version,
            CompilerOptions.OPTION_TargetPlatform, version,
            CompilerOptions.OPTION_LocalVariableAttribute, CompilerOptions.GENERATE));
    new Compiler(
            new Environment(),
            DefaultErrorHandlingPolicies.proceedWithAllProblems(),
            options,
            result -> take(result, made),
            new DefaultProblemFactory(Locale.ROOT))
        .compile(new ICompilationUnit[] {new Unit(name, text)});
    return made;
  }

  private static void take(CompilationResult result, Map<String, byte[]> made) {
    if (result.hasErrors()) {
      throw new IllegalStateException(result.toString());
    }
    for (ClassFile file : result.getClassFiles()) {
      made.put(CharOperation.toString(file.getCompoundName()), file.getBytes());
    }
  }

  private byte[] bytes(String name) {
    return classes.computeIfAbsent(
        name,
        each -> {
          try (InputStream file = ClassLoader.getSystemResourceAsStream(each + ".class")) {
            return file == null ? new byte[0] : file.readAllBytes();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private final class Environment implements INameEnvironment {

    @Override
    public NameEnvironmentAnswer findType(char[][] name) {
      return find(CharOperation.toString(name));
    }

    @Override
    public NameEnvironmentAnswer findType(char[] name, char[][] packageName) {
      return find(CharOperation.toString(CharOperation.arrayConcat(packageName, name)));
    }

    private NameEnvironmentAnswer find(String name) {
      byte[] file = bytes(name.replace('.', '/'));
      try {
        return file.length == 0
            ? null
            : new NameEnvironmentAnswer(new ClassFileReader(file, name.toCharArray()), null);
      } catch (ClassFormatException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean isPackage(char[][] parent, char[] name) {
      return Character.isLowerCase(name[0]);
    }

    @Override
    public void cleanup() {}
  }

  private record Unit(String name, String text) implements ICompilationUnit {

    @Override
    public char[] getContents() {
      return text.toCharArray();
    }

    @Override
    public char[] getMainTypeName() {
      return name.toCharArray();
    }

    @Override
    public char[][] getPackageName() {
      return new char[0][];
    }

    @Override
    public char[] getFileName() {
      return (name + ".java").toCharArray();
    }

    @Override
    public ModuleBinding module(LookupEnvironment environment) {
      return environment.UnNamedModule;
    }
  }
}
