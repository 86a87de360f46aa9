package acme.host;

import acme.api.Task;
import dev.loadstone.Loadstone;
import java.nio.file.Path;
import java.util.List;

/** A host that loads a plugin from a file, and tells what it does. */
public final class FileProgram {

  private FileProgram() {}

  public static void main(String[] arguments) {
    try (Loadstone loadstone = Loadstone.create()) {
      Task task = loadstone.loader(Task.class).load(List.of(Path.of(arguments[0]))).get();
      System.out.println(task.work());
    }
  }
}
