package dev.loadstone.examples.interactive;

import dev.loadstone.Loadstone;
import dev.loadstone.PluginLoader;
import dev.loadstone.TypeRef;
import dev.loadstone.domain.error.PluginException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.function.Supplier;

/** Asks for a file, loads it, shows its message or its errors, and goes on to the end of input. */
public final class MessageLoop {

  private final PluginLoader<Supplier<String>> loader;

  private MessageLoop(Loadstone loadstone) {
    this.loader = loadstone.loader(new TypeRef<>() {});
  }

  private void show(String file) {
    try {
      System.out.println(loader.load(List.of(Path.of(file))).get().get());
    } catch (PluginException error) {
      System.out.println(error.getMessage());
    } catch (RuntimeException | LinkageError thrown) {
      // By the message when it was asked for, or for a name that is no path.
      System.out.println(file + ": " + thrown);
    }
  }

  /**
   * Runs the example.
   *
   * @param args none
   */
  public static void main(String[] args) {
    if (args.length != 0) {
      System.err.println("usage: MessageLoop, with names of files on standard input");
      System.exit(2);
    }
    try (Loadstone loadstone = Loadstone.create();
        Scanner files = new Scanner(System.in, Charset.defaultCharset())) {
      MessageLoop loop = new MessageLoop(loadstone);
      System.out.println("Which file?");
      while (files.hasNextLine()) {
        loop.show(files.nextLine());
        System.out.println("Which file?");
      }
    }
  }
}
