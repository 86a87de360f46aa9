package dev.loadstone.cli;

import dev.loadstone.CacheSettings;
import dev.loadstone.PluginCache;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.io.PrintStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Looks after the cache. */
final class CacheCommand implements Command {

  @Override
  public String name() {
    return "cache";
  }

  @Override
  public String summary() {
    return "Tells how the cache of compiled plugins stands, checks it, or empties it.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .paramLabel("stats|verify|clear")
            .type(String.class)
            .converters(Choices.CACHE_TASKS)
            .completionCandidates(Choices.CACHE_TASKS.words())
            .arity("1")
            .required(true)
            .description(
                "What to do: tell what it holds and how it has served; read every entry and remove"
                    + " the damaged; or remove all entries.")
            .build());
    Options.addCacheFolder(spec);
    Options.addReporting(spec);
    spec.usageMessage().customSynopsis("loadstone cache [OPTION...] stats|verify|clear");
  }

  @Override
  public Try<Void> execute(Arguments arguments, Reporter reporter, PrintStream out) {
    Choices.CacheTask task = Choices.CACHE_TASKS.convert(arguments.file().toString());
    Choices.Format format =
        arguments.value(Options.FORMAT, Choices.Format.class).getOrElse(Choices.Format.TEXT);
    Option<CacheSettings> settings = CacheChoice.of(arguments);
    if (settings.isEmpty()) {
      throw new UsageException(CacheChoice.NO_FOLDER);
    }
    try (Session session = Session.withCache(arguments, reporter)) {
      return answer(task, session.loadstone().cache(), format)
          .map(
              text -> {
                out.println(text);
                return null;
              });
    }
  }

  private static Try<String> answer(
      Choices.CacheTask task, PluginCache cache, Choices.Format format) {
    boolean json = format == Choices.Format.JSON;
    return switch (task) {
      case STATS ->
          Session.await(cache.report())
              .map(report -> json ? CacheJson.of(report) : CacheText.of(report));
      case VERIFY ->
          Session.await(cache.verify())
              .map(found -> json ? CacheJson.of(found) : CacheText.of(found));
      case CLEAR ->
          Session.await(cache.clear())
              .map(removed -> json ? CacheJson.ofRemoved(removed) : CacheText.ofRemoved(removed));
    };
  }
}
