package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.ProcessorJar;
import dev.loadstone.domain.error.ProcessorFailed;
import io.vavr.control.Try;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * The processor path as files of our own, for as long as a task of javac runs.
 *
 * <p>Some processors read themselves by the URLs that their loader gives, and Lombok even takes the
 * file out of such a URL: classes in memory would not do. And what they open so stays in the JDK's
 * cache of JARs, for the whole process. These copies nobody else uses, so they can be closed there,
 * and they are what the digests are of, whatever becomes of the files that were named.
 */
final class ProcessorFolder implements AutoCloseable {

  private final OwnedFolder folder;
  private final List<Path> copies = new ArrayList<>();

  private ProcessorFolder(OwnedFolder folder) {
    this.folder = folder;
  }

  /** Copies JARs; a failure is about the first that is none. */
  static Try<ProcessorFolder> of(List<ProcessorJar> jars) {
    ProcessorFolder made;
    try {
      made = new ProcessorFolder(OwnedFolder.make());
    } catch (IOException e) {
      return Try.failure(noCopy(jars.get(0), e));
    }
    AbandonedFolders.sweep(made.folder.path());
    for (ProcessorJar jar : jars) {
      Try<Path> copy = made.copy(jar);
      if (copy.isFailure()) {
        made.close();
        return copy.map(unused -> made);
      }
    }
    return Try.success(made);
  }

  /** Returns the folder. */
  Path path() {
    return folder.path();
  }

  /** Returns the copies, in order. */
  URL[] urls() {
    return copies.stream().map(ProcessorFolder::url).toArray(URL[]::new);
  }

  private static URL url(Path copy) {
    try {
      return copy.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every file has a URL: " + copy, e);
    }
  }

  private Try<Path> copy(ProcessorJar jar) {
    Path copy = folder.path().resolve(copies.size() + "-" + jar.digest().name());
    copies.add(copy);
    try (InputStream content = jar.content().newInputStream()) {
      Files.copy(content, copy);
    } catch (IOException e) {
      return Try.failure(noCopy(jar, e));
    }
    try {
      new ZipFile(copy.toFile()).close();
      return Try.success(copy);
    } catch (IOException e) {
      return Try.failure(
          ProcessorFailed.ofPath(
              jar.file().toString(), "not a JAR that can be read (" + e.getMessage() + ")", e));
    }
  }

  private static ProcessorFailed noCopy(ProcessorJar jar, IOException cause) {
    return ProcessorFailed.ofPath(
        jar.file().toString(),
        "cannot be copied into a temporary folder (" + cause.getMessage() + ")",
        cause);
  }

  /** Closes whatever still has a copy open, and removes the copies. */
  @Override
  public void close() {
    for (Path copy : copies) {
      close(copy, "!/");
      close(copy, "!/#runtime");
      remove(copy);
    }
    folder.close();
  }

  /** Takes a JAR out of the JDK's cache, which opens it for that if it is not there. */
  private static void close(Path copy, String suffix) {
    try {
      URI jar = URI.create("jar:" + copy.toUri() + suffix);
      ((JarURLConnection) jar.toURL().openConnection()).getJarFile().close();
    } catch (IOException notThere) {
      // Then nobody has it open.
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next process sweeps it away.
    }
  }
}
