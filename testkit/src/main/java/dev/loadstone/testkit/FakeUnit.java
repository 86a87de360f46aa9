package dev.loadstone.testkit;

import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceOutline;
import dev.loadstone.domain.source.SourceOutline.Access;
import dev.loadstone.domain.source.SourceOutline.DeclaredType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source file as {@link FakeCompiler} understands it. */
record FakeUnit(SourceFile source, SourceOutline outline) {

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile(
          "^(public )?(?:abstract |final )?(?:class|record|interface|enum) (\\w+)",
          Pattern.MULTILINE);
  private static final Pattern QUALIFIED_NAME = Pattern.compile("\\w+(?:\\.\\w+)+");

  static FakeUnit of(SourceFile source) {
    Matcher packageDeclaration = PACKAGE.matcher(source.code());
    String packageName = packageDeclaration.find() ? packageDeclaration.group(1) : "";
    List<DeclaredType> types = new ArrayList<>();
    Matcher type = TYPE.matcher(source.code());
    while (type.find()) {
      Access access = type.group(1) == null ? Access.PACKAGE : Access.PUBLIC;
      types.add(new DeclaredType(type.group(2), access));
    }
    return new FakeUnit(source, new SourceOutline(packageName, types));
  }

  List<String> binaryNames() {
    return outline.types().stream().map(type -> outline.binaryName(type.simpleName())).toList();
  }

  List<String> qualifiedNames() {
    return QUALIFIED_NAME.matcher(source.code()).results().map(MatchResult::group).toList();
  }
}
