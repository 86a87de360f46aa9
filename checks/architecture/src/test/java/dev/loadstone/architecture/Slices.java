package dev.loadstone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.function.Function;

/** A division of classes that a pattern of package names cannot express. */
record Slices(String description, Function<JavaClass, SliceIdentifier> division)
    implements SliceAssignment {

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    return division.apply(type);
  }

  @Override
  public String getDescription() {
    return description;
  }
}
