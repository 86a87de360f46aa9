package dev.loadstone.adapter.javac;

import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import io.vavr.control.Option;
import java.net.URI;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Collects the trees of the user's files, and of generated ones, as javac parses them. */
final class ParsedFiles implements TaskListener {

  private final Map<URI, SourceFileObject> sources = new LinkedHashMap<>();
  private final Map<URI, ParsedFile> parsed = new LinkedHashMap<>();
  private final Set<Tree> written = Collections.newSetFromMap(new IdentityHashMap<>());
  private final TreeMap<String, ParsedFile> generated = new TreeMap<>();
  private final GeneratedOutput output;

  /**
   * Makes a collection of none yet.
   *
   * @param sources the user's files
   * @param output what annotation processors make
   */
  ParsedFiles(List<SourceFileObject> sources, GeneratedOutput output) {
    sources.forEach(source -> this.sources.put(source.toUri(), source));
    this.output = output;
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() != TaskEvent.Kind.PARSE) {
      return;
    }
    // The event holds javac's wrapper of the file, thus the look-up by its name.
    URI uri = event.getSourceFile().toUri();
    SourceFileObject file = sources.get(uri);
    if (file != null) {
      ParsedFile now = ParsedFile.of(file.source(), event.getCompilationUnit());
      now.types().forEach(type -> written.addAll(type.getMembers()));
      parsed.put(uri, now);
    }
    output
        .source(uri)
        .map(GeneratedSource::source)
        .forEach(
            source ->
                generated.put(source.path(), ParsedFile.of(source, event.getCompilationUnit())));
  }

  /** Returns whether a file is one of the plugin's: the user's, or a generated one. */
  boolean has(JavaFileObject file) {
    return sources.containsKey(file.toUri()) || output.source(file.toUri()).isDefined();
  }

  /** Returns whether a member of a top-level type is in the user's source, and was not added. */
  boolean isWritten(Tree member) {
    return written.contains(member);
  }

  /** Returns the generated files that are parsed so far, sorted by path. */
  List<ParsedFile> generated() {
    return List.copyOf(generated.values());
  }

  /** Returns the user's files, and behind them the generated ones. */
  List<ParsedFile> withGenerated() {
    return Stream.concat(all().stream(), generated.values().stream()).toList();
  }

  /** Returns the user's files that are parsed so far, in the order of the sources. */
  List<ParsedFile> all() {
    return sources.keySet().stream().map(parsed::get).filter(Objects::nonNull).toList();
  }

  /** Returns the user's last file, once it is parsed. */
  Option<ParsedFile> main() {
    return all().size() == sources.size() && !sources.isEmpty()
        ? Option.some(all().get(sources.size() - 1))
        : Option.none();
  }
}
