import java.util.Locale;
import java.util.function.UnaryOperator;

/** Answers as an echo does. Change it while the host runs. */
public final class Reply implements UnaryOperator<String> {

  @Override
  public String apply(String line) {
    return line.toUpperCase(Locale.ROOT) + "!";
  }
}
