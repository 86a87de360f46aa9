package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.SwitchReference;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the {@code switch}es over enums and types in a method, which compilers make in two ways:
 * with the index that {@link java.lang.runtime.SwitchBootstraps} gives, or with an array that maps
 * ordinals.
 *
 * <p>One that is exhaustive has a default that throws. In a record pattern, the one for a component
 * goes back instead, to try the next case of the outer {@code switch}, which throws in the end.
 */
final class SwitchReading extends MethodVisitor {

  private static final String ORDINAL = "ordinal";
  private static final String ORDINAL_DESCRIPTOR = "()I";
  private static final Set<String> UNMATCHED =
      Set.of("java/lang/MatchException", "java/lang/IncompatibleClassChangeError");

  private enum Step {
    /** Nothing that leads to a {@code switch}. */
    OTHER,
    /** The ordinal of an enum constant was taken. */
    ORDINAL,
    /** What a {@code switch} is over was found. */
    SELECTOR,
    /** At the default of a {@code switch}. */
    DEFAULT,
    /** The number of the next case was loaded there. */
    NEXT_CASE,
    /** The number of the next case was stored there. */
    RESTART
  }

  private final FoundReferences found;
  private final Map<Label, Set<SwitchReference>> defaults = new HashMap<>();
  private final Set<Label> passed = new HashSet<>();
  private Step step = Step.OTHER;
  private @Nullable SwitchReference current;
  private Set<SwitchReference> atDefault = Set.of();

  SwitchReading(FoundReferences found) {
    super(AsmClassFileReader.API, new CodeReading(found));
    this.found = found;
  }

  private void other() {
    step = Step.OTHER;
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    current = SwitchLabels.of(descriptor, bootstrap, arguments, found).getOrNull();
    step = current == null ? Step.OTHER : Step.SELECTOR;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    boolean isOrdinal = name.equals(ORDINAL) && descriptor.equals(ORDINAL_DESCRIPTOR);
    current = isOrdinal && !owner.startsWith("[") ? overEnum(owner) : null;
    step = current == null ? Step.OTHER : Step.ORDINAL;
  }

  private static SwitchReference overEnum(String internalName) {
    SortedSet<String> noTypes = Collections.emptySortedSet();
    return new SwitchReference(
        Option.some(Names.ofInternal(internalName)), noTypes, new TreeSet<>(), false);
  }

  @Override
  public void visitInsn(int opcode) {
    super.visitInsn(opcode);
    if (step == Step.ORDINAL && opcode == Opcodes.IALOAD) {
      step = Step.SELECTOR;
    } else {
      number(opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5);
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    super.visitIntInsn(opcode, operand);
    number(opcode != Opcodes.NEWARRAY);
  }

  private void number(boolean isLoaded) {
    step = step == Step.DEFAULT && isLoaded ? Step.NEXT_CASE : Step.OTHER;
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    super.visitVarInsn(opcode, index);
    step = step == Step.NEXT_CASE && opcode == Opcodes.ISTORE ? Step.RESTART : Step.OTHER;
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    super.visitJumpInsn(opcode, label);
    if (step == Step.RESTART && opcode == Opcodes.GOTO && passed.contains(label)) {
      addExhaustive();
    }
    other();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (step == Step.DEFAULT && opcode == Opcodes.NEW && UNMATCHED.contains(type)) {
      addExhaustive();
    }
    other();
  }

  private void addExhaustive() {
    for (SwitchReference each : atDefault) {
      found.switchOver(new SwitchReference(each.selector(), each.types(), each.constants(), true));
    }
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label byDefault, Label... labels) {
    super.visitTableSwitchInsn(min, max, byDefault, labels);
    switchWith(byDefault);
  }

  @Override
  public void visitLookupSwitchInsn(Label byDefault, int[] keys, Label[] labels) {
    super.visitLookupSwitchInsn(byDefault, keys, labels);
    switchWith(byDefault);
  }

  private void switchWith(Label byDefault) {
    if (step == Step.SELECTOR && current != null) {
      found.switchOver(current);
      defaults.computeIfAbsent(byDefault, unused -> new HashSet<>()).add(current);
    }
    other();
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    passed.add(label);
    Set<SwitchReference> ofSwitches = defaults.get(label);
    if (ofSwitches != null) {
      atDefault = ofSwitches;
      step = Step.DEFAULT;
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    super.visitFieldInsn(opcode, owner, name, descriptor);
    other();
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(value);
    number(value instanceof Integer);
  }

  @Override
  public void visitIincInsn(int index, int increment) {
    super.visitIincInsn(index, increment);
    other();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    super.visitMultiANewArrayInsn(descriptor, dimensions);
    other();
  }
}
