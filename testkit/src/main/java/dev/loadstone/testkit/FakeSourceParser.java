package dev.loadstone.testkit;

import dev.loadstone.domain.compilation.CompilerSettings;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.diagnostic.Severity;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.port.SourceParser;
import dev.loadstone.domain.source.ParsedSource;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.TypeImport;
import dev.loadstone.domain.source.TypeImport.Form;
import dev.loadstone.domain.source.TypeReferences;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parser that knows no Java beyond package declarations, imports and types that begin a line. A
 * name, to it, is a word with a capital letter, or words with dots between them, the last but one
 * or the last of which has one; and a file that lacks a closing brace is not well-formed. Safe for
 * use by many threads.
 */
public final class FakeSourceParser implements SourceParser {

  private static final Pattern IMPORT =
      Pattern.compile("^import (static )?([\\w.]+?)(\\.\\*)?;", Pattern.MULTILINE);
  private static final Pattern DECLARATION =
      Pattern.compile("^(?:package|import) .*$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("(?:[a-z]\\w*\\.)*[A-Z]\\w*(?:\\.\\w+)*");

  private final Option<Throwable> failure;
  private final List<String> parsed = new CopyOnWriteArrayList<>();

  private FakeSourceParser(Option<Throwable> failure) {
    this.failure = failure;
  }

  /** Makes a parser. */
  public static FakeSourceParser create() {
    return new FakeSourceParser(Option.none());
  }

  /**
   * Makes a parser all of whose calls fail.
   *
   * @param failure what they fail with
   */
  public static FakeSourceParser failing(Throwable failure) {
    return new FakeSourceParser(Option.some(failure));
  }

  /**
   * Returns what it was asked to parse so far.
   *
   * @return the paths, in their order
   */
  public List<String> parsed() {
    return List.copyOf(parsed);
  }

  @Override
  public Try<ParsedSource> parse(SourceFile file, CompilerSettings settings) {
    parsed.add(file.path());
    if (failure.isDefined()) {
      return Try.failure(failure.get());
    }
    String code = file.code();
    if (count(code, '{') > count(code, '}')) {
      return Try.failure(new CompilationFailed(List.of(endOfFile(file))));
    }
    FakeUnit unit = FakeUnit.of(file);
    List<String> names = names(code);
    unit.outline()
        .types()
        .forEach(type -> names.removeIf(name -> isOrBegins(type.simpleName(), name)));
    return Try.success(new ParsedSource(unit.outline(), new TypeReferences(imports(code), names)));
  }

  private static List<TypeImport> imports(String code) {
    List<TypeImport> imports = new ArrayList<>();
    Matcher matcher = IMPORT.matcher(code);
    while (matcher.find()) {
      boolean onDemand = matcher.group(3) != null;
      Form form =
          matcher.group(1) == null
              ? (onDemand ? Form.ON_DEMAND : Form.SINGLE)
              : (onDemand ? Form.STATIC_ON_DEMAND : Form.STATIC);
      imports.add(new TypeImport(matcher.group(2), form));
    }
    return imports;
  }

  private static List<String> names(String code) {
    String body = DECLARATION.matcher(code).replaceAll("");
    return new ArrayList<>(NAME.matcher(body).results().map(MatchResult::group).toList());
  }

  private static boolean isOrBegins(String type, String name) {
    return name.equals(type) || name.startsWith(type + ".");
  }

  private static long count(String code, char wanted) {
    return code.chars().filter(each -> each == wanted).count();
  }

  private static Diagnostic endOfFile(SourceFile file) {
    long line = file.code().stripTrailing().lines().count();
    String text = file.line(line);
    return new Diagnostic(
        Severity.ERROR,
        "compiler.err.premature.eof",
        "reached end of file while parsing",
        file.path(),
        line,
        text.length() + 1L,
        text,
        "");
  }
}
