package dev.loadstone.cli.command;

import dev.loadstone.CacheSettings;
import dev.loadstone.PluginCache;
import dev.loadstone.cli.report.CacheJson;
import dev.loadstone.cli.report.CacheText;
import dev.loadstone.cli.report.Json;
import dev.loadstone.cli.report.Output;
import dev.loadstone.cli.report.Reporter;
import dev.loadstone.domain.diagnostic.PrintableText;
import io.vavr.concurrent.Future;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.function.Function;
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
  public Try<Void> execute(Arguments arguments, Reporter reporter, Output out) {
    Choices.CacheTask task = Choices.CACHE_TASKS.convert(arguments.file().toString());
    Choices.Format format =
        arguments.value(Options.FORMAT, Choices.Format.class).getOrElse(Choices.Format.TEXT);
    Option<CacheSettings> settings = CacheChoice.of(arguments);
    if (settings.isEmpty()) {
      throw new UsageException(CacheChoice.NO_FOLDER);
    }
    try (Session session = Session.withCache(arguments, reporter)) {
      return answer(task, session.loadstone().cache(), format, out);
    }
  }

  private static Try<Void> answer(
      Choices.CacheTask task, PluginCache cache, Choices.Format format, Output out) {
    return switch (task) {
      case STATS -> print(cache.report(), format, CacheJson::of, CacheText::of, out);
      case VERIFY -> print(cache.verify(), format, CacheJson::of, CacheText::of, out);
      case CLEAR -> print(cache.clear(), format, CacheJson::ofRemoved, CacheText::ofRemoved, out);
    };
  }

  private static <T> Try<Void> print(
      Future<T> answer,
      Choices.Format format,
      Function<T, Json> json,
      Function<T, PrintableText> text,
      Output out) {
    return Session.await(answer)
        .map(
            value -> {
              switch (format) {
                case JSON -> out.print(json.apply(value));
                case TEXT -> out.print(text.apply(value));
              }
              return null;
            });
  }
}
