package dev.loadstone;

import io.vavr.concurrent.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A process that loads a hundred plugins of some thirty lines, all at once, waits until they are
 * ready, and asks the last one.
 */
final class HundredPlugins {

  /** In place of a cache's folder: none. */
  static final String NO_CACHE = "no-cache";

  /** In place of a cache's folder: no plugins either. */
  static final String NOTHING = "nothing";

  private static final int COUNT = 100;

  private HundredPlugins() {}

  public static void main(String[] arguments) {
    if (arguments[1].equals(NOTHING)) {
      return;
    }
    Loadstone.Builder builder =
        Loadstone.builder().hostClassLoader(ClassLoader.getPlatformClassLoader());
    if (!arguments[1].equals(NO_CACHE)) {
      builder.cache(CacheSettings.at(Path.of(arguments[1])).maxEntries(COUNT));
    }
    try (Loadstone loadstone = builder.build()) {
      List<Future<Supplier<String>>> loads = new ArrayList<>();
      PluginLoader<Supplier<String>> loader = loadstone.loader(new TypeRef<Supplier<String>>() {});
      for (int i = 0; i < COUNT; i++) {
        loads.add(loader.load(List.of(file(Path.of(arguments[0]), i))));
      }
      String told = "";
      for (Future<Supplier<String>> load : loads) {
        Supplier<String> plugin = load.get();
        told = load == loads.get(COUNT - 1) ? plugin.get() : told;
      }
      if (!told.equals("plugin " + (COUNT - 1) + ": 2 of 3")) {
        throw new IllegalStateException(told);
      }
    }
  }

  static void write(Path folder) throws IOException {
    for (int i = 0; i < COUNT; i++) {
      Files.writeString(file(folder, i), text(i));
    }
  }

  private static Path file(Path folder, int number) {
    return folder.resolve("Plugin" + number + ".java");
  }

  private static String text(int number) {
    return """
        import java.util.ArrayList;
        import java.util.List;
        import java.util.Map;
        import java.util.TreeMap;
        import java.util.function.Supplier;
        import java.util.stream.Collectors;

        /** Counts the orders that are large. */
        public class Plugin%1$d implements Supplier<String> {

          record Order(String customer, long amount) {}

          private final List<Order> orders = new ArrayList<>();
          private final Map<String, Long> sums = new TreeMap<>();

          public Plugin%1$d() {
            orders.add(new Order("a", 10));
            orders.add(new Order("b", 2_000));
            orders.add(new Order("c", 3_000));
          }

          @Override
          public String get() {
            for (Order order : orders) {
              sums.merge(order.customer(), order.amount(), Long::sum);
            }
            List<String> large =
                sums.entrySet().stream()
                    .filter(sum -> sum.getValue() > 1_000)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toList());
            return "plugin %1$d: " + large.size() + " of " + sums.size();
          }
        }
        """
        .formatted(number);
  }
}
