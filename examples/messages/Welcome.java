import java.util.function.Supplier;

/** Greets whoever started the host. */
public final class Welcome implements Supplier<String> {

  @Override
  public String get() {
    return "Welcome! " + (Runtime.version().feature() < 17 ? "This Java is old." : "All is ready.");
  }
}
