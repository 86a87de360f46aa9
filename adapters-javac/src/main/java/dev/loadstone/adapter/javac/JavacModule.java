package dev.loadstone.adapter.javac;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.domain.port.Compiler;
import dev.loadstone.domain.port.SourceParser;
import jakarta.inject.Named;

/** Provides the JDK's own compiler as a {@link Compiler} and a {@link SourceParser}. */
@Module
public final class JavacModule {

  private JavacModule() {}

  /**
   * Provides the compiler, which is safe for use by many threads.
   *
   * @return the compiler
   */
  @Provides
  @Named("javac")
  static Compiler javac() {
    return new JavacCompiler();
  }

  /**
   * Provides the parser, which has no state.
   *
   * @return the parser
   */
  @Provides
  static SourceParser parser() {
    return new JavacSourceParser();
  }
}
