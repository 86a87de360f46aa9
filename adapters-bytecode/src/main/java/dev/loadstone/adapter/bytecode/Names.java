package dev.loadstone.adapter.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Binary names (JLS 13.1) of what class files name in another form. */
final class Names {

  private Names() {}

  static String ofInternal(String internalName) {
    return internalName.replace('/', '.');
  }

  static List<String> ofInternal(String @Nullable [] internalNames) {
    List<String> names = new ArrayList<>();
    if (internalNames != null) {
      for (String name : internalNames) {
        names.add(ofInternal(name));
      }
    }
    return names;
  }

  /** The name of a class, whose descriptor stands for it in annotations. */
  static String ofDescriptor(String descriptor) {
    Type type = Type.getType(descriptor);
    if (type.getSort() == Type.METHOD) {
      throw new Malformed("has a malformed descriptor: " + descriptor);
    }
    return type.getClassName();
  }
}
