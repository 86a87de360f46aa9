package dev.loadstone.domain.abi;

import dev.loadstone.domain.content.Bytes;
import dev.loadstone.domain.content.Digest;
import io.vavr.control.Option;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** ABIs that no class needs to have, with names that need care. */
final class RandomAbi {

  private static final List<String> NAMES =
      List.of(
          "a",
          "Ä",
          "with space",
          " ",
          "back\\slash",
          "\\u0041",
          "line\nfeed",
          "\r",
          "\u0000",
          "\u0085",
          "\u2028",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00x",
          "method",
          "");
  private static final List<String> FIELD_DESCRIPTORS =
      List.of("I", "[[J", "Ljava/lang/Object;", "[Lcom/a cme/\\;");
  private static final List<String> METHOD_DESCRIPTORS =
      List.of("()V", "(I[Ljava/lang/String;)I", "(La b;)Lc;");
  private static final List<Object> CONSTANTS =
      List.of(1, "te\"xt\\\n", 'c', 1.5, 1.5f, -1L, true, (byte) 1, (short) 1);

  private final Random random;

  RandomAbi(Random random) {
    this.random = random;
  }

  ClassAbi type() {
    return new ClassAbi(
        name(),
        modifiers(),
        option(() -> new Nesting(name(), name(), modifiers())),
        option(this::name),
        option(this::name),
        list(this::name),
        list(this::name),
        list(
            () ->
                new RecordComponentAbi(
                    name(), oneOf(FIELD_DESCRIPTORS), option(this::name), metadata())),
        list(this::name),
        list(() -> new MemberClassAbi(name(), name(), modifiers())),
        list(
            () ->
                new FieldAbi(
                    name(),
                    oneOf(FIELD_DESCRIPTORS),
                    modifiers(),
                    option(this::name),
                    option(() -> Literal.of(oneOf(CONSTANTS))),
                    metadata())),
        list(
            () ->
                new MethodAbi(
                    name(),
                    oneOf(METHOD_DESCRIPTORS),
                    modifiers(),
                    option(this::name),
                    list(this::name),
                    option(this::name),
                    metadata())),
        metadata());
  }

  private Metadata metadata() {
    return new Metadata(
        list(this::name),
        list(() -> new UnknownAttribute(name(), Digest.of(Bytes.ofUtf8(name())))));
  }

  private Modifiers modifiers() {
    Set<Modifier> modifiers = EnumSet.allOf(Modifier.class);
    modifiers.removeIf(each -> random.nextInt(4) > 0);
    return new Modifiers(modifiers);
  }

  private String name() {
    return oneOf(NAMES);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> Option<T> option(Supplier<T> value) {
    return random.nextBoolean() ? Option.some(value.get()) : Option.none();
  }

  private <T> List<T> list(Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(4)).toList();
  }
}
