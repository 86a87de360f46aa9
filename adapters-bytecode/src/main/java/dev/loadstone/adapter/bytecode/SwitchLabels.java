package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.abi.FieldReference;
import dev.loadstone.domain.abi.SwitchReference;
import io.vavr.control.Option;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/** The labels of call sites that {@link java.lang.runtime.SwitchBootstraps} links. */
final class SwitchLabels {

  private static final String BOOTSTRAPS = "java/lang/runtime/SwitchBootstraps";
  private static final String ENUM_SWITCH = "enumSwitch";
  private static final String ENUM_DESC = "Ljava/lang/Enum$EnumDesc;";
  private static final String CLASS_DESC = "Ljava/lang/constant/ClassDesc;";

  private final FoundReferences found;
  private final SortedSet<String> types = new TreeSet<>();
  private final SortedSet<FieldReference> constants = new TreeSet<>();

  private SwitchLabels(FoundReferences found) {
    this.found = found;
  }

  /** Reads the labels, and adds the constants that they name to those that its class refers to. */
  static Option<SwitchReference> of(
      String descriptor, Handle bootstrap, Object[] arguments, FoundReferences found) {
    return bootstrap.getOwner().equals(BOOTSTRAPS)
        ? Option.some(
            new SwitchLabels(found)
                .read(
                    Type.getArgumentTypes(descriptor)[0],
                    bootstrap.getName().equals(ENUM_SWITCH),
                    arguments))
        : Option.none();
  }

  private SwitchReference read(Type selector, boolean isOfEnum, Object[] labels) {
    for (Object label : labels) {
      if (label instanceof Type type && type.getSort() == Type.OBJECT) {
        types.add(type.getClassName());
      } else if (label instanceof String name && isOfEnum) {
        constant(selector.getInternalName(), name);
      } else if (label instanceof ConstantDynamic dynamic
          && dynamic.getDescriptor().equals(ENUM_DESC)) {
        constant(dynamic);
      }
    }
    return new SwitchReference(
        Option.when(selector.getSort() == Type.OBJECT, selector::getClassName),
        types,
        constants,
        false);
  }

  // As javac writes EnumDesc.of(ClassDesc.of("com.acme.Kind"), "A").
  private void constant(ConstantDynamic enumDesc) {
    if (enumDesc.getBootstrapMethodArgumentCount() == 3
        && enumDesc.getBootstrapMethodArgument(1) instanceof ConstantDynamic classDesc
        && classDesc.getDescriptor().equals(CLASS_DESC)
        && classDesc.getBootstrapMethodArgumentCount() == 2
        && classDesc.getBootstrapMethodArgument(1) instanceof String owner
        && enumDesc.getBootstrapMethodArgument(2) instanceof String name) {
      constant(owner.replace('.', '/'), name);
    } else {
      throw new Malformed("has a switch over an enum constant that cannot be understood");
    }
  }

  private void constant(String owner, String name) {
    constants.add(found.enumConstant(owner, name));
  }
}
