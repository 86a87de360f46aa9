import dev.loadstone.CacheSettings;
import dev.loadstone.Loadstone;
import dev.loadstone.Plugin;
import dev.loadstone.PluginLoader;
import dev.loadstone.TypeRef;
import dev.loadstone.Warnings;
import dev.loadstone.domain.artifact.Provenance;
import dev.loadstone.domain.cache.CacheCounter;
import dev.loadstone.domain.cache.CacheReport;
import dev.loadstone.domain.context.ContextPolicy;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.diagnostic.Diagnostic;
import dev.loadstone.domain.error.ArtifactNotFound;
import dev.loadstone.domain.error.CompilationFailed;
import dev.loadstone.domain.error.ContextMismatch;
import dev.loadstone.domain.error.ErrorKind;
import dev.loadstone.domain.error.PluginException;
import dev.loadstone.domain.error.PluginFailed;
import dev.loadstone.domain.error.SourceNotFound;
import dev.loadstone.domain.event.Event;
import dev.loadstone.domain.source.SourceFile;
import dev.loadstone.domain.source.SourceSet;
import dev.loadstone.examples.pricing.Order;
import dev.loadstone.examples.pricing.PricingRule;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What stands around statements: a host that has begun to use the library. */
public final class Statements {

  static final Loadstone loadstone = Loadstone.create();
  static final PluginLoader<PricingRule> rules = loadstone.loader(PricingRule.class);
  static final List<Path> files = List.of(Path.of("rules/Pricing.java"));
  static final Order order = new Order(new BigDecimal("9.90"), 12);

  public static void main(String[] args) throws Exception {
    try {
      // The snippet.
    } finally {
      loadstone.close();
    }
  }
}
