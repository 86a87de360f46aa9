package dev.loadstone;

import dev.loadstone.domain.context.AllowedPackages;
import dev.loadstone.domain.context.Hiding;
import dev.loadstone.domain.contract.Contract;
import dev.loadstone.domain.port.HostView;
import io.vavr.control.Option;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Turns the types that callers give into contracts, and refuses those that no plugin could be
 * compiled or loaded for.
 */
final class ContractTypes {

  private final ClassLoader host;
  private final HostView view;
  private final AllowedPackages allowed;
  private final HostChoice choice;

  /**
   * Makes it for one host.
   *
   * @param host gives what exists for plugins when they run
   * @param view gives what exists for them when they are compiled
   * @param allowed what of the host that is, for messages
   * @param choice where that comes from, for messages
   */
  ContractTypes(ClassLoader host, HostView view, AllowedPackages allowed, HostChoice choice) {
    this.host = host;
    this.view = view;
    this.allowed = allowed;
    this.choice = choice;
  }

  /**
   * Returns the contract of a type.
   *
   * @throws IllegalArgumentException with the reason, for a type that cannot be a contract
   */
  Contract contract(Type type) {
    if (type instanceof Class<?> rawClass) {
      refuseIf(rawClass.isPrimitive() || rawClass.isArray(), type, "is no class or interface");
      return Contract.type(classInSource(rawClass), rawClass.getName());
    }
    if (type instanceof ParameterizedType parameterized) {
      refuseUnbounded(parameterized);
      return Contract.type(typeInSource(type), ((Class<?>) parameterized.getRawType()).getName());
    }
    throw refusal(type, "is no class or interface");
  }

  /** Refuses a contract that says nothing of one of its own type arguments. */
  private static void refuseUnbounded(ParameterizedType contract) {
    for (Type argument : contract.getActualTypeArguments()) {
      refuseIf(
          argument instanceof WildcardType wildcard && isUnbounded(wildcard),
          contract,
          "has a wildcard without a bound as a type argument");
    }
    if (contract.getOwnerType() instanceof ParameterizedType owner) {
      refuseUnbounded(owner);
    }
  }

  private static boolean isUnbounded(WildcardType wildcard) {
    return wildcard.getLowerBounds().length == 0 && wildcard.getUpperBounds()[0] == Object.class;
  }

  private String typeInSource(Type type) {
    if (type instanceof Class<?> rawClass) {
      return classInSource(rawClass);
    }
    if (type instanceof ParameterizedType parameterized) {
      return parameterizedInSource(parameterized);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcardInSource(wildcard);
    }
    if (type instanceof GenericArrayType array) {
      return typeInSource(array.getGenericComponentType()) + "[]";
    }
    throw refusal(type, "is a type variable");
  }

  private String parameterizedInSource(ParameterizedType type) {
    Class<?> rawClass = (Class<?>) type.getRawType();
    String canonical = classInSource(rawClass);
    String inSource =
        type.getOwnerType() instanceof ParameterizedType owner
            ? parameterizedInSource(owner) + "." + rawClass.getSimpleName()
            : canonical;
    // A type nested in a generic one may have no arguments of its own.
    return type.getActualTypeArguments().length == 0
        ? inSource
        : Arrays.stream(type.getActualTypeArguments())
            .map(this::typeInSource)
            .collect(Collectors.joining(", ", inSource + "<", ">"));
  }

  private String wildcardInSource(WildcardType wildcard) {
    if (wildcard.getLowerBounds().length > 0) {
      return "? super " + typeInSource(wildcard.getLowerBounds()[0]);
    }
    return isUnbounded(wildcard) ? "?" : "? extends " + typeInSource(wildcard.getUpperBounds()[0]);
  }

  private String classInSource(Class<?> type) {
    if (type.isPrimitive()) {
      return type.getName();
    }
    if (type.isArray()) {
      return classInSource(type.getComponentType()) + "[]";
    }
    refuseIf(type.getCanonicalName() == null, type, "is a local or anonymous class");
    refuseIf(type.getPackageName().isEmpty(), type, "is in the unnamed package");
    refuseUnlessPublic(type);
    refuseUnlessExported(type);
    refuseUnlessHosts(type);
    return type.getCanonicalName();
  }

  // Plugins are in an unnamed module, which no module can name to export to it alone.
  private void refuseUnlessExported(Class<?> type) {
    Module module = type.getModule();
    String packageName = type.getPackageName();
    if (!module.isExported(packageName, host.getUnnamedModule())) {
      throw new IllegalArgumentException(
          message(
                  type,
                  "is in the package "
                      + packageName
                      + ", which its module "
                      + module.getName()
                      + " exports neither to everybody nor to all unnamed modules")
              + ". Declare 'exports "
              + packageName
              + ";' in that module, or move the contract to a package that it exports");
    }
  }

  private static void refuseUnlessPublic(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      refuseIf(
          !Modifier.isPublic(each.getModifiers()),
          type,
          "is not public with all its enclosing classes");
    }
  }

  private void refuseUnlessHosts(Class<?> type) {
    Class<?> hosts;
    try {
      hosts = Class.forName(type.getName(), false, host);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalArgumentException(absence(type), e);
    }
    if (hosts != type) {
      throw new IllegalArgumentException(
          message(type, "is another class than the host class loader gives by that name")
              + choice.cure(type));
    }
    Option<Hiding> hiding = view.hidingOf(type.getName()).get();
    if (hiding.isDefined()) {
      throw new IllegalArgumentException(
          message(type, "does not exist for plugins, since " + hiding.get().reason())
              + ". "
              + hiding.get().advice(type.getName()));
    }
  }

  private String absence(Class<?> type) {
    if (allowed.contains(type.getPackageName())) {
      return message(type, "cannot be loaded through the host class loader") + choice.cure(type);
    }
    return message(
        type,
        "is in the package "
            + type.getPackageName()
            + ", which is not among the packages that are allowed for plugins ("
            + allowed
            + "): add it to them");
  }

  private static void refuseIf(boolean refused, Type type, String reason) {
    if (refused) {
      throw refusal(type, reason);
    }
  }

  private static IllegalArgumentException refusal(Type type, String reason) {
    return new IllegalArgumentException(message(type, reason));
  }

  private static String message(Type type, String reason) {
    return type.getTypeName()
        + " "
        + reason
        + ", so no plugin can be loaded for it: a contract is made of public classes in named"
        + " packages that the host class loader gives";
  }
}
