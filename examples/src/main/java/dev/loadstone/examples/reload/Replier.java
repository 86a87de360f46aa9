package dev.loadstone.examples.reload;

import dev.loadstone.Loadstone;
import dev.loadstone.PluginLoader;
import dev.loadstone.TypeRef;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.function.UnaryOperator;

/** Answers each line by the rule as its file is now, or as it was when it last compiled. */
public final class Replier {

  private Replier() {}

  /**
   * Runs the example.
   *
   * @param args the file of the rule
   */
  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: Replier RULE.java, with lines on standard input");
      System.exit(2);
    }
    try (Loadstone loadstone = Loadstone.create();
        Scanner lines = new Scanner(System.in, Charset.defaultCharset())) {
      PluginLoader<UnaryOperator<String>> rules = loadstone.loader(new TypeRef<>() {});
      UnaryOperator<String> rule = UnaryOperator.identity();
      while (lines.hasNextLine()) {
        rule =
            rules
                .load(List.of(Path.of(args[0])))
                .await()
                .toTry()
                .onFailure(error -> System.err.println(error.getMessage()))
                .getOrElse(rule);
        System.out.println(rule.apply(lines.nextLine()));
      }
    }
  }
}
