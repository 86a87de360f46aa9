package dev.loadstone.adapter.javac;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import io.vavr.control.Option;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaFileObject;

/** Collects the trees of the user's files as javac parses them. */
final class ParsedFiles implements TaskListener {

  private final Map<URI, SourceFileObject> sources = new LinkedHashMap<>();
  private final Map<URI, ParsedFile> parsed = new LinkedHashMap<>();

  ParsedFiles(List<SourceFileObject> sources) {
    sources.forEach(source -> this.sources.put(source.toUri(), source));
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
      parsed.put(uri, ParsedFile.of(file.source(), event.getCompilationUnit()));
    }
  }

  /** Returns whether a file is one of the user's. */
  boolean has(JavaFileObject file) {
    return sources.containsKey(file.toUri());
  }

  /** Returns the files that are parsed so far, in the order of the sources. */
  List<ParsedFile> all() {
    return sources.keySet().stream().map(parsed::get).filter(Objects::nonNull).toList();
  }

  /** Returns the last file, once it is parsed. */
  Option<ParsedFile> main() {
    return all().size() == sources.size() && !sources.isEmpty()
        ? Option.some(all().get(sources.size() - 1))
        : Option.none();
  }
}
