package dev.loadstone.adapter.javac;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.domain.port.Compiler;
import jakarta.inject.Named;

/** Provides the JDK's own compiler as a {@link Compiler}. */
@Module
public final class JavacModule {

  private JavacModule() {}

  /**
   * Provides the compiler, which has no state.
   *
   * @return the compiler
   */
  @Provides
  @Named("javac")
  static Compiler javac() {
    return new JavacCompiler();
  }
}
