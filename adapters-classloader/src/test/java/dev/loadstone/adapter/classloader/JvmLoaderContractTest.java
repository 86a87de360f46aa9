package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.artifact.Artifact;
import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.testkit.contract.LoaderContract;
import java.util.List;

final class JvmLoaderContractTest extends LoaderContract {

  private static Subject subject(Artifact artifact) {
    return new Subject(
        new ClassLoaderAdapter(
                JvmLoaderContractTest.class.getClassLoader(),
                List.of(),
                AllowedPackages.everything())
            .loader(),
        artifact);
  }

  private static Subject withMain(String statements) {
    return subject(
        Compiled.of(
                """
                package acme;
                public class Pricing {
                  public static void main(String[] args) throws Throwable { %s }
                }
                """
                    .formatted(statements))
            .sideEffect("acme.Pricing"));
  }

  @Override
  protected Subject giving() {
    return subject(
        Compiled.of(
                """
                package acme;
                public class Pricing implements Comparable<String> {
                  @Override public int compareTo(String other) { return 0; }
                }
                """)
            .giving(Comparable.class, "acme.Pricing"));
  }

  @Override
  protected Subject doing() {
    return withMain("args.clone();");
  }

  @Override
  protected Subject throwing() {
    return withMain("throw new IllegalStateException(String.join(\",\", args));");
  }

  @Override
  protected Subject overflowing() {
    return withMain("main(args);");
  }

  @Override
  protected Subject interrupted() {
    return withMain("throw new InterruptedException();");
  }

  @Override
  protected Subject missingClass() {
    return withMain("throw new NoClassDefFoundError(\"com/acme/Gone\");");
  }

  @Override
  protected Subject givingNull() {
    return subject(
        Compiled.of(
                """
                package acme;
                public class Pricing {
                  public static Comparable<String> provider() { return null; }
                }
                """)
            .giving(Comparable.class, "acme.Pricing"));
  }

  @Override
  protected Subject refused() {
    return subject(
        Compiled.of(
                "package acme; public class Pricing extends Base {}",
                "package acme; public class Base {}")
            .without("acme.Base")
            .sideEffect("acme.Pricing"));
  }
}
