package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every type, method and constructor that other packages can see says in a sentence what it is for;
 * but for methods that override others, the constructors of records, and what a Dagger component
 * gives, whose types say it.
 */
final class FirstSentenceTest {

  @TempDir Path folder;

  @Test
  void sources_ofAllModules_sayWhatEachTypeAndMethodIsFor() throws IOException {
    assertThat(withoutSentence(Repository.mainSources().toList())).isEmpty();
  }

  @Test
  void withoutSentence_sourceThatSaysNothing_isFound() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Silent.java"),
            """
            public final class Silent {
              public void say() {}
              /** */
              public Silent() {}
              /** {@return something} */
              public int said() { return 1; }
              void hidden() {}
              @Override
              public String toString() { return ""; }
              /** A record. */
              public record Told(int a) { public Told {} }
              /** A port. */
              public interface Port { void call(); }
              /** A component. */
              @Component
              public interface Parts { String name(); static void make() {} }
            }
            """);

    assertThat(withoutSentence(List.of(source)))
        .containsExactly(
            "Silent.java: Silent",
            "Silent.java: Silent.say",
            "Silent.java: Silent.<init>",
            "Silent.java: Port.call");
  }

  private static List<String> withoutSentence(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
      JavacTask task =
          (JavacTask)
              compiler.getTask(new StringWriter(), files, null, List.of("-proc:none"), null, units);
      Visitor visitor = new Visitor(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        visitor.scan(unit, null);
      }
      return visitor.found;
    }
  }

  private static final class Visitor extends TreePathScanner<Void, Void> {

    private final DocTrees trees;
    private final List<String> found = new ArrayList<>();

    Visitor(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isVisible(type.getModifiers())) {
        return null;
      }
      require(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (isVisible(method.getModifiers()) && !isSaidElsewhere(method)) {
        ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        require(type.getSimpleName() + "." + method.getName());
      }
      return null;
    }

    private boolean isVisible(ModifiersTree modifiers) {
      TreePath parent = getCurrentPath().getParentPath();
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || modifiers.getFlags().contains(Modifier.PROTECTED)
          || (parent.getLeaf().getKind() == Tree.Kind.INTERFACE
              && !modifiers.getFlags().contains(Modifier.PRIVATE));
    }

    private boolean isSaidElsewhere(MethodTree method) {
      ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
      boolean isOfRecord = type.getKind() == Tree.Kind.RECORD;
      return isAnnotated(method.getModifiers(), "Override")
          || (isOfRecord && method.getReturnType() == null)
          || isAnnotated(type.getModifiers(), "Component", "Component.Factory");
    }

    private static boolean isAnnotated(ModifiersTree modifiers, String... annotations) {
      return modifiers.getAnnotations().stream()
          .anyMatch(each -> List.of(annotations).contains(each.getAnnotationType().toString()));
    }

    private void require(String name) {
      var comment = trees.getDocCommentTree(getCurrentPath());
      if (comment == null || comment.getFirstSentence().isEmpty()) {
        Path file = Path.of(getCurrentPath().getCompilationUnit().getSourceFile().getName());
        found.add(file.getFileName() + ": " + name);
      }
    }
  }
}
