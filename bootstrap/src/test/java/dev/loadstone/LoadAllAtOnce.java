package dev.loadstone;

import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import io.vavr.concurrent.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;

/**
 * Loads each of some plugins many times at once, with an instance of its own. It may be of any
 * class loader, so it is made and asked through types of the JDK alone.
 */
public final class LoadAllAtOnce implements Callable<List<String>> {

  private static final int TIMES = 10;

  private final Path cache;
  private final List<Path> files;

  /** Keeps what to load and where. */
  public LoadAllAtOnce(Path cache, List<Path> files) {
    this.cache = cache;
    this.files = files;
  }

  /** Gives a text for each value, each compilation and each trouble. */
  @Override
  public List<String> call() {
    RecordedEvents events = new RecordedEvents();
    List<String> told = new ArrayList<>();
    try (Loadstone loadstone =
        Loadstone.builder().listener(events).cache(CacheSettings.at(cache)).build()) {
      List<Future<IntSupplier>> loads = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        for (Path file : files) {
          loads.add(loadstone.loader(IntSupplier.class).load(List.of(file)));
        }
      }
      for (Future<IntSupplier> each : loads) {
        told.add("value " + each.get().getAsInt());
      }
    }
    for (Event event : events.all()) {
      if (event instanceof Event.Compiled compiled) {
        told.add("compiled " + compiled.mainClass());
      } else if (event instanceof Event.CacheUnusable || event instanceof Event.CacheHealed) {
        told.add("trouble " + event);
      }
    }
    return told;
  }
}
