package dev.loadstone.adapter.ecj;

import dev.loadstone.domain.source.SourceFile;
import io.vavr.control.Option;
import java.util.function.Supplier;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;

/**
 * A compilation unit in memory: a file of the user's, or one of ours that judges the contract. The
 * compiler asks for the texts in the units' order, when it has parsed those before.
 */
final class SourceUnit implements ICompilationUnit {

  private final String fileName;
  private final Option<SourceFile> file;
  private final Supplier<String> text;

  private SourceUnit(String fileName, Option<SourceFile> file, Supplier<String> text) {
    this.fileName = fileName;
    this.file = file;
    this.text = text;
  }

  static SourceUnit of(SourceFile file) {
    return new SourceUnit(file.path(), Option.some(file), file::code);
  }

  /** Makes a unit of ours. */
  static SourceUnit ofContract(String fileName, Supplier<String> text) {
    return new SourceUnit(fileName, Option.none(), text);
  }

  /** Returns the user's file, none where the unit is ours. */
  Option<SourceFile> file() {
    return file;
  }

  @Override
  public char[] getContents() {
    return text.get().toCharArray();
  }

  /** Returns what a public class in it must be named. */
  @Override
  public char[] getMainTypeName() {
    return file.map(SourceFile::baseName)
        .getOrElse(fileName)
        .replaceFirst("\\.java$", "")
        .toCharArray();
  }

  /** Returns none: the compiler would compare it with what is declared. */
  @Override
  @SuppressWarnings("NullAway")
  public char[][] getPackageName() {
    return null;
  }

  @Override
  public ModuleBinding module(LookupEnvironment environment) {
    return environment.UnNamedModule;
  }

  @Override
  public char[] getFileName() {
    return fileName.toCharArray();
  }
}
