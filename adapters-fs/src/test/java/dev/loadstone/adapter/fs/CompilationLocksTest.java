package dev.loadstone.adapter.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings;
import dev.loadstone.adapter.fs.FileSystemAdapter.StoreSettings.Sharing;
import dev.loadstone.domain.cache.CacheAccess;
import dev.loadstone.domain.port.CompilationTurns.CompilationTurn;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CompilationLocksTest {

  /** What a turn takes that waits for nobody, on a machine with much else to do. */
  private static final long SOON_MILLIS = 5_000;

  private static final long USUAL_MILLIS = 500;

  @TempDir Path temporary;

  private Path folder;
  private Path lockFile;
  private CompilationLocks turns;

  @BeforeEach
  void makeTurns() {
    folder = temporary.resolve("cache");
    lockFile = TurnProcess.lockFile(folder, "plugin");
    turns = turns(FileChannel::tryLock);
  }

  @Test
  void turn_nobodyElse_isLockedUntilItsEnd() throws Exception {
    try (CompilationTurn turn = take("plugin")) {
      assertThat(turn).isNotNull();
      assertLocked(lockFile);
    }

    assertThat(lockFile.getParent()).isEmptyDirectory();
  }

  @Test
  void turn_endedTwice_endsOnce() throws Exception {
    CompilationTurn first = take("plugin");
    first.close();
    try (CompilationTurn second = take("plugin")) {
      first.close();

      assertThat(second).isNotNull();
      assertLocked(lockFile);
    }
  }

  @Test
  void turn_otherKey_isAnotherLock() throws Exception {
    try (CompilationTurn one = take("plugin");
        CompilationTurn other = take("other")) {
      assertThat(one).isNotSameAs(other);
      assertThat(lockFile).isRegularFile();
      assertThat(TurnProcess.lockFile(folder, "other")).isRegularFile();
    }

    assertThat(lockFile.getParent()).isEmptyDirectory();
  }

  @Test
  void turn_sameStoreHasIt_isGivenAtOnceAndTheLockKept() throws Exception {
    try (CompilationTurn first = take("plugin")) {
      take("plugin").close();

      assertThat(first).isNotNull();
      assertLocked(lockFile);
    }
  }

  @Test
  void turn_otherProcessHasIt_isWaitedForUntilItsEnd() throws Exception {
    turns = patientTurns();
    try (ChildJvm holder = holder()) {
      Waiter<CompilationTurn> waiter = waiter(() -> take("plugin"));

      assertThat(waiter.isDone()).isFalse();

      finish(holder);
      waiter.get().close();
      assertThat(lockFile.getParent()).isEmptyDirectory();
    }
  }

  @Test
  void turn_sixProcessesWaitForOne_allFindWhatItMade() throws Exception {
    List<ChildJvm> waiters = new ArrayList<>();
    try (ChildJvm holder = holder()) {
      startSixThatWait(waiters);

      finish(holder);

      for (ChildJvm waiter : waiters) {
        assertThat(waiter.line()).isEqualTo("hit");
        assertThat(waiter.line()).isEqualTo("ended");
      }
      assertThat(holder.exitCode()).isZero();
      assertThat(lockFile.getParent()).isEmptyDirectory();
    } finally {
      waiters.forEach(ChildJvm::close);
    }
  }

  @Test
  void turn_sixProcessesWaitForOneThatIsKilled_oneCompilesInItsPlace() throws Exception {
    List<ChildJvm> waiters = new ArrayList<>();
    try (ChildJvm holder = holder()) {
      startSixThatWait(waiters);

      holder.kill();

      int hits = 0;
      for (ChildJvm waiter : waiters) {
        String first = waiter.line();
        assertThat(first).isIn("hit", "turn");
        if (first.equals("hit")) {
          hits++;
        } else {
          assertThat(waiter.line()).isEqualTo("compiled");
        }
        assertThat(waiter.line()).isEqualTo("ended");
      }
      assertThat(hits).isBetween(1, 5);
      assertThat(lockFile.getParent()).isEmptyDirectory();
    } finally {
      waiters.forEach(ChildJvm::close);
    }
  }

  @Test
  void turn_holderWasKilled_isTakenOverAtOnce() throws Exception {
    try (ChildJvm holder = holder()) {
      holder.kill();
    }
    assertThat(lockFile).exists();

    try (CompilationTurn turn = takeSoon()) {
      assertThat(turn).isNotNull();
      assertLocked(lockFile);
    }
    assertThat(lockFile).doesNotExist();
  }

  @Test
  void turn_holderIsKilledMeanwhile_isTakenOver() throws Exception {
    turns = patientTurns();
    try (ChildJvm holder = holder()) {
      Waiter<CompilationTurn> waiter = waiter(() -> take("plugin"));
      holder.kill();

      try (CompilationTurn turn = waiter.get()) {
        assertThat(turn).isNotNull();
        assertLocked(lockFile);
      }
    }
    assertThat(lockFile).doesNotExist();
  }

  @Test
  void turn_holderIsStopped_isGivenAfterTheUsualTimeAndLocksNothing() throws Exception {
    try (ChildJvm holder = holder()) {
      signal("STOP", holder);

      long start = System.nanoTime();
      takeSoon().close();

      assertThat(millisSince(start)).isGreaterThanOrEqualTo(USUAL_MILLIS);
      assertThat(lockFile).exists();
      signal("CONT", holder);
      finish(holder);
      assertThat(lockFile).doesNotExist();
    }
  }

  @Test
  void turn_holderIsSlow_isGivenAfterTheUsualTimeAndTheHolderKeepsItsLock() throws Exception {
    try (ChildJvm holder = holder()) {
      long start = System.nanoTime();
      try (CompilationTurn turn = takeSoon()) {
        assertThat(turn).isNotNull();
        assertThat(millisSince(start)).isGreaterThanOrEqualTo(USUAL_MILLIS);
      }

      assertLocked(lockFile);
      finish(holder);
      assertThat(lockFile).doesNotExist();
    }
  }

  @Test
  void turn_quickCompilationsBefore_isWaitedForAboutAsLong() throws Exception {
    turns = patientTurns();
    for (int i = 0; i < 10; i++) {
      take("other").close();
    }

    try (ChildJvm holder = holder()) {
      assertThat(holder.pid()).isPositive();
      takeSoon().close();
    }
  }

  @Test
  void turn_lockOfAnybodyElse_isGivenAfterTheUsualTimeAndLeftAlone() throws Exception {
    Files.createDirectories(lockFile.getParent());
    setMode(folder, "rwx------");
    setMode(folder.resolve("1"), "rwx------");
    setMode(lockFile.getParent(), "rwx------");
    try (ChildJvm foreign = ChildJvm.start(LockingProcess.class, lockFile.toString())) {
      assertThat(foreign.line()).isEqualTo("locked");

      takeSoon().close();
      turns.sweep();

      assertThat(lockFile).isEmptyFile();
    }
  }

  @Test
  void turn_fileThatNobodyHasLocked_isTakenOver() throws Exception {
    take("plugin").close();
    Files.writeString(lockFile, "left");

    try (CompilationTurn turn = takeSoon()) {
      assertThat(turn).isNotNull();
      assertLocked(lockFile);
    }
    assertThat(lockFile).doesNotExist();
  }

  @Test
  void turn_otherStoreInThisProcess_isWaitedForAndLosesNoLock() throws Exception {
    CompilationLocks others = turns(FileChannel::tryLock);
    turns = patientTurns();
    CompilationTurn turn = others.turn(TurnProcess.key("plugin"));
    Waiter<CompilationTurn> waiter = waiter(() -> take("plugin"));
    turns.sweep();

    assertLocked(lockFile);
    assertThat(waiter.isDone()).isFalse();

    turn.close();
    waiter.get().close();
    assertThat(lockFile.getParent()).isEmptyDirectory();
  }

  @Test
  void turn_otherStoreInThisProcessIsSlow_isGivenAfterTheUsualTimeAndTheOtherLosesNoLock()
      throws Exception {
    CompilationLocks others = turns(FileChannel::tryLock);
    try (CompilationTurn turn = others.turn(TurnProcess.key("plugin"))) {
      takeSoon().close();
      takeSoon().close();

      assertThat(turn).isNotNull();
      assertLocked(lockFile);
    }

    try (CompilationTurn next = take("other")) {
      assertThat(next).isNotNull();
      assertThat(openFiles()).noneMatch(file -> file.startsWith(lockFile.toString()));
    }
  }

  private static List<String> openFiles() throws IOException {
    List<String> targets = new ArrayList<>();
    Path descriptors = Path.of("/proc/self/fd");
    assumeTrue(Files.exists(descriptors), "tells which files are open");
    try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
      for (Path each : links) {
        if (Files.isSymbolicLink(each)) {
          targets.add(Files.readSymbolicLink(each).toString());
        }
      }
    }
    return targets;
  }

  @Test
  void turn_otherStoreOfAnotherClassLoader_isWaitedForAndLosesNoLock() throws Exception {
    try (URLClassLoader oneLoader = classPathLoader();
        URLClassLoader otherLoader = classPathLoader()) {
      Function<Path, AutoCloseable> one = turnTaker(oneLoader);
      Function<Path, AutoCloseable> other = turnTaker(otherLoader);
      assertThat(one.getClass()).isNotSameAs(other.getClass());
      AutoCloseable turn = one.apply(Path.of("plugin"));
      Waiter<AutoCloseable> waiter = waiter(() -> other.apply(Path.of("plugin")));
      ((Runnable) other).run();

      assertLocked(lockFile);
      assertThat(waiter.isDone()).isFalse();

      turn.close();
      waiter.get().close();
      assertThat(lockFile.getParent()).isEmptyDirectory();
    }
  }

  @Test
  void turn_lockFileRemovedAndMadeByAnother_isNotRemovedAtTheEnd() throws Exception {
    CompilationTurn turn = take("plugin");
    Files.delete(lockFile);
    try (ChildJvm other = holder()) {
      turn.close();

      assertThat(lockFile).exists();
      finish(other);
    }
  }

  @Test
  void turn_fileSweptAwayUntilTheTimeIsOver_isGivenAndLeavesNothing() throws Exception {
    turns =
        turns(
            channel -> {
              Files.delete(lockFile);
              sleep(USUAL_MILLIS);
              return null;
            });

    takeSoon().close();

    assertThat(lockFile.getParent()).isEmptyDirectory();
  }

  private static void sleep(long millis) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void turn_folderVanishesMeanwhile_endsAsUsual() throws Exception {
    CompilationTurn turn = take("plugin");
    Files.delete(lockFile);
    Files.delete(lockFile.getParent());

    turn.close();

    try (CompilationTurn next = take("plugin")) {
      assertThat(next).isNotNull();
      assertLocked(lockFile);
    }
  }

  @Test
  void turn_noLocksInTheFileSystem_isGivenAtOnceAndLeavesNothing() throws Exception {
    turns =
        turns(
            channel -> {
              throw new IOException("No locks available");
            });

    takeSoon().close();
    takeSoon().close();

    assertThat(lockFile.getParent()).isEmptyDirectory();
  }

  @Test
  void turn_fileSystemOfAnotherKind_isGivenAtOnceAndWritesNothing() throws Exception {
    try (FileSystem zip =
        FileSystems.newFileSystem(temporary.resolve("zip.zip"), Map.of("create", "true"))) {
      CompilationLocks inZip =
          TurnProcess.patientTurns(zip.getPath("/cache"), Sharing.OWNER_ONLY, FileChannel::tryLock);

      inZip.turn(TurnProcess.key("plugin")).close();
      inZip.sweep();

      assertThat(zip.getPath("/cache")).doesNotExist();
    }
  }

  @Test
  void turn_onlyToBeRead_doesNothing() throws Exception {
    take("plugin").close();
    Files.writeString(lockFile, "left");
    CompilationLocks reading =
        new CompilationLocks(
            CacheFolder.of(
                new StoreSettings(folder, 10, 1000, CacheAccess.READ_ONLY, Sharing.OWNER_ONLY)));

    reading.turn(TurnProcess.key("plugin")).close();
    reading.turn(TurnProcess.key("other")).close();
    reading.sweep();

    assertThat(lockFile).hasContent("left");
    assertThat(TurnProcess.lockFile(folder, "other")).doesNotExist();
  }

  @Test
  void turn_folderThatIsNotUsed_isGivenAtOnceAndWritesNothing() throws Exception {
    Files.createDirectory(folder);
    setMode(folder, "rwxrwxrwx");

    takeSoon().close();
    turns.sweep();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void turn_fileInPlaceOfTheFolder_isGivenAtOnce() throws Exception {
    Files.writeString(folder, "precious");

    takeSoon().close();
    turns.sweep();

    assertThat(folder).hasContent("precious");
  }

  @Test
  void turn_noPermissionForTheLockFile_isGivenAtOnce() throws Exception {
    OtherUser.assumeRoot(temporary);
    Path classes = Files.createDirectory(temporary.resolve("classes"));
    OtherUser.allowAll(temporary);
    Files.createDirectory(folder);
    setMode(folder, "rwxrwxrwx");
    CompilationLocks shared =
        TurnProcess.patientTurns(folder, Sharing.SHARED, FileChannel::tryLock);
    try (CompilationTurn turn = shared.turn(TurnProcess.key("plugin"));
        ChildJvm other = nobody(classes)) {
      assertThat(turn).isNotNull();
      assertThat(other.line()).isEqualTo("waiting");
    }
    Files.createFile(lockFile);
    setMode(lockFile, "---------");

    try (ChildJvm other = nobody(Files.createDirectory(classes.resolve("again")))) {
      assertThat(other.line()).isEqualTo("turn");
    }
  }

  private ChildJvm nobody(Path classes) throws Exception {
    return ChildJvm.startAsNobody(
        ChildJvm.NOBODY,
        OtherUser.classPathIn(classes),
        TurnProcess.class,
        folder.toString(),
        "SHARED",
        temporary.resolve("result").toString());
  }

  @Test
  void turn_linkInPlaceOfTheLocks_isNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    take("plugin").close();
    Files.delete(lockFile.getParent());
    Files.createSymbolicLink(lockFile.getParent(), elsewhere);
    Path bait = Files.createFile(elsewhere.resolve(lockFile.getFileName()));

    takeSoon().close();
    turns.sweep();

    assertThat(bait).isEmptyFile();
    assertThat(elsewhere).isDirectoryContaining(bait::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "dangling", "folder", "pipe"})
  void turn_noRegularFileInPlaceOfTheLockFile_isGivenAtOnceAndLeftAlone(String kind)
      throws Exception {
    take("plugin").close();
    Path precious = Files.writeString(temporary.resolve("precious"), "precious");
    switch (kind) {
      case "link" -> Files.createSymbolicLink(lockFile, precious);
      case "dangling" -> Files.createSymbolicLink(lockFile, Path.of("missing"));
      case "folder" -> Files.createDirectory(lockFile);
      default ->
          assertThat(new ProcessBuilder("mkfifo", lockFile.toString()).start().waitFor()).isZero();
    }

    takeSoon().close();
    turns.sweep();

    assertThat(Files.exists(lockFile, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(precious).hasContent("precious");
    assertThat(lockFile.resolveSibling("missing")).doesNotExist();
  }

  @Test
  void turn_interruptedThread_isLockedAndStaysInterrupted() throws Exception {
    Thread.currentThread().interrupt();

    try (CompilationTurn turn = take("plugin")) {
      assertThat(Thread.interrupted()).isTrue();
      assertThat(turn).isNotNull();
      assertLocked(lockFile);
    }
  }

  @Test
  void turn_interruptedWhileWaiting_isGivenAndStaysInterrupted() throws Exception {
    turns = patientTurns();
    try (ChildJvm holder = holder()) {
      Waiter<Boolean> waiter =
          waiter(
              () -> {
                take("plugin").close();
                return Thread.currentThread().isInterrupted();
              });
      waiter.thread().interrupt();

      assertThat(waiter.get()).isTrue();
      assertThat(lockFile).exists();
      finish(holder);
    }
  }

  @Test
  void turn_interruptedWhileHolding_endsAsUsual() {
    CompilationTurn turn = take("plugin");
    Thread.currentThread().interrupt();

    turn.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(lockFile).doesNotExist();
  }

  @Test
  void sweep_processesWereKilled_removesTheirFilesAndNoOther() throws Exception {
    CompilationLocks others = turns(FileChannel::tryLock);
    Path own = TurnProcess.lockFile(folder, "own");
    Path otherStores = TurnProcess.lockFile(folder, "otherStores");
    Path dead = TurnProcess.lockFile(folder, "dead");
    try (ChildJvm holder = holder();
        CompilationTurn mine = take("own");
        CompilationTurn other = others.turn(TurnProcess.key("otherStores"))) {
      Files.writeString(dead, "left");
      Path foreign = Files.createFile(lockFile.resolveSibling("foreign.lock"));

      turns.sweep();
      turns.sweep();

      assertThat(mine).isNotSameAs(other);
      assertThat(dead).doesNotExist();
      assertThat(own).exists();
      assertThat(otherStores).exists();
      assertThat(lockFile).exists();
      assertThat(foreign).exists();
      assertLocked(own);
      assertLocked(otherStores);
      finish(holder);
    }
  }

  @Test
  void sweep_holderWasKilled_removesItsFile() throws Exception {
    try (ChildJvm holder = holder()) {
      holder.kill();
    }
    assertThat(lockFile).exists();

    turns.sweep();

    assertThat(lockFile.getParent()).isEmptyDirectory();
  }

  @Test
  void sweep_veryManyFiles_takesSeveralSweeps() throws Exception {
    take("plugin").close();
    for (int i = 0; i < 300; i++) {
      Files.createFile(TurnProcess.lockFile(folder, "dead" + i));
    }

    turns.sweep();
    assertThat(lockFile.getParent()).isNotEmptyDirectory();

    turns.sweep();
    assertThat(lockFile.getParent()).isEmptyDirectory();
  }

  @Test
  void sweep_nothingYet_isNoFailure() {
    turns.sweep();

    assertThat(lockFile).doesNotExist();
  }

  private CompilationLocks turns(LockFile.Locking locking) {
    return TurnProcess.turns(
        folder, Sharing.OWNER_ONLY, locking, TimeUnit.MILLISECONDS.toNanos(USUAL_MILLIS));
  }

  private CompilationLocks patientTurns() {
    return TurnProcess.patientTurns(folder, Sharing.OWNER_ONLY, FileChannel::tryLock);
  }

  private CompilationTurn take(String plugin) {
    return turns.turn(TurnProcess.key(plugin));
  }

  private CompilationTurn takeSoon() {
    long start = System.nanoTime();
    CompilationTurn turn = take("plugin");
    assertThat(millisSince(start)).isLessThan(SOON_MILLIS);
    return turn;
  }

  private record Waiter<T>(Thread thread, FutureTask<T> task) {

    boolean isDone() {
      return task.isDone();
    }

    T get() throws Exception {
      return task.get();
    }
  }

  /** Starts a thread, and returns when it waits. */
  private static <T> Waiter<T> waiter(Callable<T> call) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "waiter");
    thread.setDaemon(true);
    thread.start();
    await(() -> thread.getState() == Thread.State.TIMED_WAITING);
    return new Waiter<>(thread, task);
  }

  /** Starts a process that has the turn. */
  private ChildJvm holder() throws IOException {
    ChildJvm holder = process();
    assertThat(holder.line()).isEqualTo("turn");
    return holder;
  }

  private ChildJvm process() throws IOException {
    return ChildJvm.start(
        TurnProcess.class, folder.toString(), "OWNER_ONLY", temporary.resolve("result").toString());
  }

  private void startSixThatWait(List<ChildJvm> waiters) throws IOException {
    for (int i = 0; i < 6; i++) {
      ChildJvm waiter = process();
      waiters.add(waiter);
      waiter.say("go");
    }
    for (ChildJvm waiter : waiters) {
      assertThat(waiter.line()).isEqualTo("waiting");
    }
  }

  /** Lets a process that has the turn compile and end it. */
  private static void finish(ChildJvm holder) throws IOException {
    holder.say("go");
    assertThat(holder.line()).isEqualTo("compiled");
    assertThat(holder.line()).isEqualTo("ended");
  }

  private static void signal(String name, ChildJvm process) throws Exception {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    if (name.equals("STOP")) {
      Path state = Path.of("/proc", pid, "stat");
      assumeTrue(Files.exists(state), "tells whether a process is stopped");
      await(() -> contentOf(state).contains(") T "));
    }
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private Function<Path, AutoCloseable> turnTaker(ClassLoader loader) throws Exception {
    return (Function<Path, AutoCloseable>)
        loader.loadClass(TurnTaker.class.getName()).getConstructor(Path.class).newInstance(folder);
  }

  private static URLClassLoader classPathLoader() throws IOException {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < entries.length; i++) {
      urls[i] = Path.of(entries[i]).toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static void assertLocked(Path file) throws Exception {
    try (ChildJvm other = ChildJvm.start(LockingProcess.class, file.toString())) {
      assertThat(other.line()).isEqualTo("locked by another process");
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(millisSince(start)).isLessThan(60_000);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static void setMode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
