package dev.loadstone.domain.context;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.content.Bytes;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The ABIs of the host's classes that a plugin was compiled against, as they are kept beside their
 * digests: not needed to see that something differs, but to say what. So they stay a text until
 * somebody asks for one.
 *
 * @param text the texts of the ABIs one after the other, sorted by the classes' names, in UTF-8
 */
public record RecordedAbis(Bytes text) {

  /** Of a plugin that was compiled against the JDK alone. */
  public static final RecordedAbis NONE = new RecordedAbis(Bytes.ofUtf8(""));

  public RecordedAbis {
    Objects.requireNonNull(text, "text");
  }

  /**
   * Keeps ABIs.
   *
   * @param classes the ABIs of different classes, in any order
   * @return their texts
   */
  public static RecordedAbis of(Collection<ClassAbi> classes) {
    StringBuilder texts = new StringBuilder();
    classes.stream()
        .sorted(Comparator.comparing(ClassAbi::name))
        .forEach(type -> texts.append(type.text()));
    return new RecordedAbis(Bytes.ofUtf8(texts.toString()));
  }

  /** {@return whether there is no ABI} */
  public boolean isEmpty() {
    return text.size() == 0;
  }

  /**
   * Reads the ABIs.
   *
   * @return them by the classes' names, each one that can be read
   */
  public Map<String, ClassAbi> read() {
    Map<String, ClassAbi> classes = new HashMap<>();
    for (String each : ClassAbi.split(text.toUtf8String())) {
      ClassAbi.parse(each).forEach(type -> classes.put(type.name(), type));
    }
    return classes;
  }
}
