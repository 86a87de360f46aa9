import java.util.function.Supplier;

/** Does not compile: to see what its author reads. */
public final class Mistake implements Supplier<String> {

  @Override
  public String get() {
    return 42;
  }
}
