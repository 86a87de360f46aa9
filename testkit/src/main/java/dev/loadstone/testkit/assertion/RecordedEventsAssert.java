package dev.loadstone.testkit.assertion;

import dev.loadstone.domain.event.Event;
import dev.loadstone.testkit.RecordedEvents;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions about what happened to plugins, each named by its main file or artifact, or by the end
 * of its path.
 *
 * <p>They judge what was told so far: wait for the outcome of a call before asking what it did.
 */
public final class RecordedEventsAssert
    extends AbstractAssert<RecordedEventsAssert, RecordedEvents> {

  RecordedEventsAssert(RecordedEvents actual) {
    super(actual, RecordedEventsAssert.class);
  }

  /**
   * Verifies that a plugin was compiled.
   *
   * @param mainFile its main file
   * @return this
   */
  public RecordedEventsAssert hasCompiled(String mainFile) {
    return has("to have been compiled", compiled(), mainFile);
  }

  /**
   * Verifies that a plugin was not compiled.
   *
   * @param mainFile its main file
   * @return this
   */
  public RecordedEventsAssert hasNotCompiled(String mainFile) {
    return hasNot("to have been compiled", compiled(), mainFile);
  }

  /**
   * Verifies that a plugin was linked, whether or not it ran.
   *
   * @param plugin its main file or artifact
   * @return this
   */
  public RecordedEventsAssert hasLinked(String plugin) {
    return has("to have been linked", linked(), plugin);
  }

  /**
   * Verifies that a plugin was not linked.
   *
   * @param plugin its main file or artifact
   * @return this
   */
  public RecordedEventsAssert hasNotLinked(String plugin) {
    return hasNot("to have been linked", linked(), plugin);
  }

  /**
   * Verifies that a plugin ran to the end of its start.
   *
   * @param plugin its main file or artifact
   * @return this
   */
  public RecordedEventsAssert hasRun(String plugin) {
    return has("to have run", run(), plugin);
  }

  /**
   * Verifies that none of a plugin's code began to run.
   *
   * @param plugin its main file or artifact
   * @return this
   */
  public RecordedEventsAssert hasNotRun(String plugin) {
    return hasNot("to have run", started(), plugin);
  }

  /**
   * Verifies which plugins ran to the end of their start, and in which order they got there.
   *
   * @param plugins their main files or artifacts, each as often as it ran
   * @return this
   */
  public RecordedEventsAssert hasRunExactly(String... plugins) {
    List<String> run = run();
    boolean same = run.size() == plugins.length;
    for (int i = 0; same && i < plugins.length; i++) {
      same = Wording.isFile(run.get(i), plugins[i]);
    }
    if (!same) {
      throw unexpected("to have run, in this order", String.join(", ", plugins), run);
    }
    return this;
  }

  /**
   * Goes on with all events.
   *
   * @return assertions about them, in the order in which they arrived
   */
  public ListAssert<Event> events() {
    isNotNull();
    return Assertions.assertThat(actual.all()).as(descriptionText());
  }

  private RecordedEventsAssert has(String what, List<String> plugins, String wanted) {
    if (plugins.stream().noneMatch(each -> Wording.isFile(each, wanted))) {
      throw unexpected(what, wanted, plugins);
    }
    return this;
  }

  private RecordedEventsAssert hasNot(String what, List<String> plugins, String wanted) {
    // In doubt it is the plugin: one that is asked for by its whole path may be told by its end.
    if (plugins.stream().anyMatch(each -> Wording.mayBeFile(each, wanted))) {
      throw unexpected("not " + what, wanted, plugins);
    }
    return this;
  }

  private AssertionError unexpected(String expected, String wanted, List<String> plugins) {
    return failure(
        "%nExpecting%n  %s%n%s, but the plugins of which that is told are%n  %s%namong all events:%n%s",
        wanted,
        expected,
        plugins.isEmpty() ? "none" : String.join(", ", plugins),
        actual.all().stream().map(each -> "  " + each).collect(Collectors.joining("\n")));
  }

  private List<String> compiled() {
    isNotNull();
    return actual.ofType(Event.Compiled.class).stream()
        .map(event -> event.files().get(event.files().size() - 1))
        .toList();
  }

  private List<String> linked() {
    isNotNull();
    return actual.ofType(Event.Linked.class).stream().map(Event.Linked::plugin).toList();
  }

  private List<String> started() {
    isNotNull();
    return actual.ofType(Event.Starting.class).stream().map(Event.Starting::plugin).toList();
  }

  private List<String> run() {
    isNotNull();
    return actual.ofType(Event.Ran.class).stream().map(Event.Ran::plugin).toList();
  }
}
