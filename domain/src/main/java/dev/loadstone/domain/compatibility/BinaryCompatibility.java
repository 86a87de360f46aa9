package dev.loadstone.domain.compatibility;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.context.Difference;
import dev.loadstone.domain.context.InlinedConstant;
import io.vavr.control.Option;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The rules of {@link dev.loadstone.domain.context.ContextPolicy#BINARY_COMPATIBLE}; the package's
 * description tells them.
 */
public final class BinaryCompatibility {

  private final ClassLookup lookup;
  private final Function<String, Option<ClassAbi>> recorded;

  /**
   * Makes a check against the classes that there are now.
   *
   * @param lookup the classes; asked several times for the same one at most
   * @param recorded gives the ABI that a class of the host had when the plugin was compiled, by the
   *     class's binary name; none for classes that were not recorded, the JDK's among them
   */
  public BinaryCompatibility(ClassLookup lookup, Function<String, Option<ClassAbi>> recorded) {
    this.lookup = Objects.requireNonNull(lookup, "lookup");
    this.recorded = Objects.requireNonNull(recorded, "recorded");
  }

  /**
   * Finds all that linking a plugin would notice.
   *
   * @param plugin all its classes
   * @param constants the constants that the compiler put into them
   * @param contract the binary name of the contract's class, if it has one
   * @return every difference once, sorted by the classes that have changed
   */
  public List<Difference> differences(
      Collection<PluginClass> plugin,
      Collection<InlinedConstant> constants,
      Option<String> contract) {
    CompatibilityFindings findings = new CompatibilityFindings();
    Comparison comparison =
        new Comparison(
            ClassHierarchy.now(plugin, lookup),
            ClassHierarchy.recorded(plugin, recorded, lookup),
            lookup,
            findings);
    HiddenClassRule hidden = new HiddenClassRule(comparison);
    ClassRule classes = new ClassRule(comparison);
    SupertypeRule supertypes = new SupertypeRule(comparison);
    LostSupertypeRule lostSupertypes = new LostSupertypeRule(comparison, contract);
    FieldRule fields = new FieldRule(comparison);
    MethodRule methods = new MethodRule(comparison);
    OverrideRule overrides = new OverrideRule(comparison);
    ImplementationRule implementations = new ImplementationRule(comparison);
    LambdaRule lambdas = new LambdaRule(comparison, supertypes, implementations);
    SwitchRule switches = new SwitchRule(comparison, plugin);
    for (PluginClass each : plugin) {
      hidden.check(each);
      classes.check(each);
      supertypes.check(each);
      lostSupertypes.check(each);
      fields.check(each);
      methods.check(each);
      overrides.check(each);
      implementations.check(each);
      lambdas.check(each);
      switches.check(each);
    }
    constants.forEach(new ConstantRule(comparison)::check);
    comparison.reportUnreadable();
    return findings.differences();
  }
}
