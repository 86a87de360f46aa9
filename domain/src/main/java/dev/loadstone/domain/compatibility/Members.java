package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.FieldAbi;
import dev.loadstone.domain.abi.MemberKey;
import dev.loadstone.domain.abi.MethodAbi;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;

/** The members that one class declares, by name and descriptor. */
final class Members {

  private final Map<String, FieldAbi> fields = new HashMap<>();
  private final Map<String, MethodAbi> methods = new HashMap<>();

  Members(ClassAbi type) {
    type.fields()
        .forEach(field -> fields.put(MemberKey.of(field.name(), field.descriptor()), field));
    type.methods()
        .forEach(method -> methods.put(MemberKey.of(method.name(), method.descriptor()), method));
  }

  Option<FieldAbi> field(String name, String descriptor) {
    return Option.of(fields.get(MemberKey.of(name, descriptor)));
  }

  Option<MethodAbi> method(String name, String descriptor) {
    return Option.of(methods.get(MemberKey.of(name, descriptor)));
  }
}
