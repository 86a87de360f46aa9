package dev.loadstone.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/**
 * Every rule of the architecture. Each has a fixture, the package named like it, that breaks it.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its functions have no state.
enum Rule {
  MODULE_DEPENDENCIES(ModuleRules::dependencies),
  MODULE_LOCATIONS(ModuleRules::locations),
  MODULE_CYCLES(ModuleRules::cycles),
  DOMAIN_PURITY(ModuleRules::domainPurity),
  ADAPTER_FACADE(ModuleRules::adapterFacade),
  DAGGER_WIRING(ModuleRules::daggerWiring),
  FACADE(ModuleRules::facade),
  INTERNALS(ModuleRules::internals),

  PORT_INTERFACES(PortRules::interfaces),
  PORT_RESULTS(PortRules::results),
  PORT_EXCEPTIONS(PortRules::exceptions),
  PORT_IMPLEMENTATIONS(PortRules::implementations),
  PORT_CONTRACTS(PortRules::contracts),

  COMPILER_API(Technology.COMPILER_API::rule),
  CLASS_LOADING(Technology.CLASS_LOADING::rule),
  FILES(Technology.FILES::rule),
  CONCURRENCY(Technology.CONCURRENCY::rule),
  FUTURES(Technology.FUTURES::rule),
  PROCESS_END(Technology.PROCESS_END::rule),
  STANDARD_STREAMS(Technology.STANDARD_STREAMS::rule),
  PRINTING(Technology.PRINTING::rule),
  LOGGING(Technology.LOGGING::rule),

  PACKAGE_CYCLES(PackageRules::cycles),
  PACKAGE_NULL_MARKING(PackageRules::nullMarking),
  PACKAGE_DOCUMENTATION(PackageRules::documentation),

  TYPE_NAMES(StyleRules::typeNames),
  TYPE_FINALITY(StyleRules::typeFinality),
  STATIC_STATE(StyleRules::staticState),
  BOOLEAN_PARAMETERS(StyleRules::booleanParameters),
  OPTIONAL_FIELDS(StyleRules::optionalFields),
  RECORD_ARRAYS(StyleRules::recordArrays),
  ERROR_FAMILY(StyleRules::errorFamily);

  private final Function<Codebase, ArchRule> rule;

  Rule(Function<Codebase, ArchRule> rule) {
    this.rule = rule;
  }

  ArchRule in(Codebase code) {
    return rule.apply(code);
  }

  String fixture() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
