package dev.loadstone;

import dev.loadstone.domain.source.SourceSet;
import io.vavr.concurrent.Future;
import io.vavr.control.Try;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads plugins of one contract.
 *
 * <p>Safe for use by many threads. Every failure that is not the caller's programming error is a
 * {@link dev.loadstone.domain.error.PluginException} in the {@code Future} or {@code Try}, never
 * thrown. Every {@code Future} completes exactly once and belongs to its caller alone: giving up on
 * it changes nothing for others and interrupts no thread.
 *
 * @param <T> what a plugin gives; {@link Void} for plugins that are loaded for what they do
 */
public interface PluginLoader<T> {

  /**
   * Compiles files, links the plugin and runs it.
   *
   * @param files the source files, the main one last
   * @return what the plugin gives
   */
  Future<T> load(List<Path> files);

  /**
   * Compiles sources from memory, links the plugin and runs it.
   *
   * @param sources the sources, the main one last
   * @return what the plugin gives
   */
  Future<T> load(SourceSet sources);

  /**
   * Compiles files and links the plugin. Nothing of it runs.
   *
   * @param files the source files, the main one last
   * @return the plugin, which may be run many times
   */
  Future<Plugin<T>> loadWithoutRunning(List<Path> files);

  /**
   * Compiles sources from memory and links the plugin. Nothing of it runs.
   *
   * @param sources the sources, the main one last
   * @return the plugin, which may be run many times
   */
  Future<Plugin<T>> loadWithoutRunning(SourceSet sources);

  /**
   * Compiles files and links the plugin. Nothing of it runs, and nothing is kept.
   *
   * @param files the source files, the main one last
   * @return null when all is well
   */
  Future<Void> check(List<Path> files);

  /**
   * Compiles sources from memory and links the plugin. Nothing of it runs, and nothing is kept.
   *
   * @param sources the sources, the main one last
   * @return null when all is well
   */
  Future<Void> check(SourceSet sources);

  /**
   * Returns the calls that work on artifacts, for users who compile and load at different times or
   * in different processes.
   *
   * @return the expert's calls, for the same contract
   */
  Expert<T> expert();

  /**
   * Compiles into artifacts and loads them.
   *
   * @param <T> what a plugin gives
   */
  interface Expert<T> {

    /**
     * Compiles files and writes the artifact. Nothing of the plugin runs.
     *
     * <p>On success an existing file is replaced, atomically; on failure it is not touched at all.
     * A new file gets the default mode, a replaced one keeps its own; a symbolic link to a file is
     * followed and stays.
     *
     * @param files the source files, the main one last
     * @param outputFile where to write
     * @return the output file as it was given
     */
    Future<Path> compile(List<Path> files, Path outputFile);

    /**
     * Loads and runs an artifact. The file's present content is loaded, whatever was loaded from
     * that name before.
     *
     * @param artifact a file that {@link #compile} wrote, in this process or another
     * @return what the plugin gives
     */
    Future<T> loadArtifact(Path artifact);

    /**
     * Loads and runs an artifact on the calling thread, without the scheduler. Leaves that thread
     * as {@link Plugin#run()} does.
     *
     * @param artifact a file that {@link #compile} wrote, in this process or another
     * @return what the plugin gives; {@link dev.loadstone.domain.error.SchedulerStarted} once any
     *     asynchronous call has been made
     */
    Try<T> blockingLoadArtifact(Path artifact);
  }
}
