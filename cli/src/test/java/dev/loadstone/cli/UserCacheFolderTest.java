package dev.loadstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In each row, an empty cell is what is not set, and {@code ''} what is set to nothing. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, these paths are not absolute")
final class UserCacheFolderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Linux      | /home/ada  |            |             | /home/ada/.cache/loadstone
          Linux      | /home/ada  | /srv/cache |             | /srv/cache/loadstone
          Linux      | /home/ada  | ''         |             | /home/ada/.cache/loadstone
          Linux      | /home/ada  | cache      |             | /home/ada/.cache/loadstone
          Linux      | /home/ada  | ./cache    |             | /home/ada/.cache/loadstone
          Linux      | /home/ada  | ~/cache    |             | /home/ada/.cache/loadstone
          Linux      | /          |            |             | /.cache/loadstone
          Linux      |            | /srv/cache |             | /srv/cache/loadstone
          Linux      |            |            |             |
          Linux      | ''         |            |             |
          Linux      | ?          |            |             |
          Linux      | .          |            |             |
          Linux      | ada        |            |             |
          Linux      | ?          | .          |             |
          Linux      | /home/ada  |            | /ada/Local  | /home/ada/.cache/loadstone
          FreeBSD    | /home/ada  |            |             | /home/ada/.cache/loadstone
                     | /home/ada  |            |             | /home/ada/.cache/loadstone
          Mac OS X   | /Users/ada |            |             | /Users/ada/Library/Caches/loadstone
          Mac OS X   | /Users/ada | /srv/cache |             | /srv/cache/loadstone
          Mac OS X   | ?          |            |             |
          Windows 11 | /ada       |            | /ada/Local  | /ada/Local/loadstone/cache
          Windows 11 | /ada       | /srv/cache | /ada/Local  | /ada/Local/loadstone/cache
          Windows 11 | /ada       |            |             | /ada/AppData/Local/loadstone/cache
          Windows 11 | /ada       |            | Local       | /ada/AppData/Local/loadstone/cache
          Windows 11 | ?          |            | ''          |
          """)
  void of_user_isTheFolderOfThePlatformOrNone(
      String system, String home, String xdg, String localAppData, String folder) {
    Properties properties = new Properties();
    set(properties, "os.name", system);
    set(properties, "user.home", home);
    Map<String, String> environment = new TreeMap<>();
    set(environment, "XDG_CACHE_HOME", xdg);
    set(environment, "LOCALAPPDATA", localAppData);

    Option<Path> found = UserCacheFolder.of(properties, environment);

    assertThat(found).isEqualTo(Option.of(folder).map(Path::of));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, /srv/home, /home/ada, /srv/home/.cache/loadstone",
    "Linux, /srv/home, ?, /srv/home/.cache/loadstone",
    "Linux, home, /home/ada, /home/ada/.cache/loadstone",
    "Linux, '', /home/ada, /home/ada/.cache/loadstone",
    "Mac OS X, /srv/home, /Users/ada, /srv/home/Library/Caches/loadstone",
    "Windows 11, /srv/home, /ada, /ada/AppData/Local/loadstone/cache"
  })
  void of_userWithAHomeOfTheShell_isBelowThat(
      String system, String shellsHome, String home, String folder) {
    Properties properties = new Properties();
    properties.setProperty("os.name", system);
    properties.setProperty("user.home", home);

    Option<Path> found = UserCacheFolder.of(properties, Map.of("HOME", shellsHome));

    assertThat(found).contains(Path.of(folder));
  }

  @Test
  void of_nameThatIsNoPath_isNone() {
    Properties properties = new Properties();
    properties.setProperty("user.home", "/home/\0");

    assertThat(UserCacheFolder.of(properties, Map.of("XDG_CACHE_HOME", "/\0"))).isEmpty();
  }

  private static void set(Map<? super String, ? super String> map, String key, String value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
