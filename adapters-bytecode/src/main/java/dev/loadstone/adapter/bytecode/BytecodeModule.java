package dev.loadstone.adapter.bytecode;

import dagger.Module;
import dagger.Provides;
import dev.loadstone.domain.port.ClassFileReader;

/** Provides the port that this module implements. */
@Module
public final class BytecodeModule {

  private BytecodeModule() {}

  @Provides
  static ClassFileReader classFileReader() {
    return new AsmClassFileReader();
  }
}
