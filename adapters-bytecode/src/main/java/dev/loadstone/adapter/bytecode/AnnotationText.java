package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.Literal;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/**
 * Writes an annotation, or the value of one element, in one form whatever the order of elements.
 */
final class AnnotationText extends AnnotationVisitor {

  private static final String IN_CLASS_FILE_ONLY = ", in the class file only";

  private final Shape shape;
  private final String before;
  private final String after;
  private final Consumer<String> finished;
  private final List<String> parts = new ArrayList<>();

  private enum Shape {
    ANNOTATION("(", ")"),
    ARRAY("{", "}"),
    VALUE("", "");

    private final String opening;
    private final String closing;

    Shape(String opening, String closing) {
      this.opening = opening;
      this.closing = closing;
    }
  }

  private AnnotationText(Shape shape, String before, String after, Consumer<String> finished) {
    super(AsmClassFileReader.API);
    this.shape = shape;
    this.before = before;
    this.after = after;
    this.finished = finished;
  }

  /**
   * Writes an annotation.
   *
   * @param place where it is, empty for the class or member itself
   */
  static AnnotationText ofAnnotation(
      String place, String descriptor, boolean visible, Consumer<String> finished) {
    return new AnnotationText(
        Shape.ANNOTATION,
        place + "@" + Names.ofDescriptor(descriptor),
        visible ? "" : IN_CLASS_FILE_ONLY,
        finished);
  }

  static AnnotationText ofDefault(Consumer<String> finished) {
    return new AnnotationText(Shape.VALUE, "", "", finished);
  }

  @Override
  public void visit(@Nullable String name, Object value) {
    if (value.getClass().isArray()) {
      AnnotationVisitor elements = visitArray(name);
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.visit(null, Array.get(value, i));
      }
      elements.visitEnd();
    } else if (value instanceof Type type) {
      add(name, Names.ofDescriptor(type.getDescriptor()) + ".class");
    } else {
      add(name, Literal.of(value).text());
    }
  }

  @Override
  public void visitEnum(@Nullable String name, String descriptor, String value) {
    add(name, Names.ofDescriptor(descriptor) + "." + value);
  }

  @Override
  public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
    return new AnnotationText(
        Shape.ANNOTATION,
        "@" + Names.ofDescriptor(descriptor),
        "",
        annotation -> add(name, annotation));
  }

  @Override
  public AnnotationVisitor visitArray(@Nullable String name) {
    return new AnnotationText(Shape.ARRAY, "", "", array -> add(name, array));
  }

  private void add(@Nullable String name, String value) {
    parts.add(shape == Shape.ANNOTATION ? name + " = " + value : value);
  }

  @Override
  public void visitEnd() {
    if (shape == Shape.ANNOTATION) {
      Collections.sort(parts);
    }
    finished.accept(before + shape.opening + String.join(", ", parts) + shape.closing + after);
  }
}
