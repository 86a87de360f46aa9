package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.ProcessorJar;
import java.io.IOException;
import java.util.List;

/** A program that uses a folder of processors until it is killed. */
final class ProcessorFolderProcess {

  private ProcessorFolderProcess() {}

  public static void main(String[] arguments) throws IOException {
    ProcessorJar jar = new ProcessorJarBuilder().processor("Maker", "").build();
    try (ProcessorFolder folder = ProcessorFolder.of(List.of(jar)).get()) {
      System.out.println(folder.path());
      System.in.read();
    }
  }
}
