package dev.loadstone.adapter.fs;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of temporary files and of their folders: {@code .loadstone-PID-START-RANDOM.tmp}.
 * Process id and start time together tell a process's own files from those of any other, also of
 * one that had the same id before or has it in another container. The names are short, so that a
 * target may have the longest name that a file system allows.
 */
final class TemporaryNames {

  private static final Pattern NAME =
      Pattern.compile("\\.loadstone-([0-9]{1,19}-[0-9]{1,19})-[0-9a-f]{16}\\.tmp");

  private final String owner;

  private TemporaryNames(String owner) {
    this.owner = owner;
  }

  static TemporaryNames ofThisProcess() {
    ProcessHandle process = ProcessHandle.current();
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    return of(process.pid(), start);
  }

  static TemporaryNames of(long pid, Instant start) {
    return new TemporaryNames(pid + "-" + start.toEpochMilli());
  }

  String next() {
    long random = ThreadLocalRandom.current().nextLong();
    return ".loadstone-" + owner + "-" + HexFormat.of().toHexDigits(random) + ".tmp";
  }

  boolean isOfAnotherProcess(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && !matcher.group(1).equals(owner);
  }
}
