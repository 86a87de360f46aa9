package dev.loadstone.domain.error;

import dev.loadstone.domain.contract.Contract;
import java.io.Serial;

/**
 * An artifact was built for another contract than the one asked for, or takes no arguments where
 * some were given.
 */
public final class ContractMismatch extends PluginException {

  @Serial private static final long serialVersionUID = 1L;

  private final String artifact;
  private final transient Contract builtFor;
  private final transient Contract requested;

  /**
   * Makes the error.
   *
   * @param artifact the artifact as it was given
   * @param builtFor the contract that it was built for
   * @param requested the contract that was asked for
   */
  public ContractMismatch(String artifact, Contract builtFor, Contract requested) {
    super(
        ErrorKind.CONTRACT_MISMATCH,
        Messages.contractMismatch(artifact, builtFor, requested),
        null);
    this.artifact = artifact;
    this.builtFor = builtFor;
    this.requested = requested;
  }

  private ContractMismatch(String artifact, String objection) {
    super(ErrorKind.CONTRACT_MISMATCH, Messages.argumentsNotTaken(artifact, objection), null);
    this.artifact = artifact;
    this.builtFor = Contract.sideEffect();
    this.requested = Contract.sideEffect();
  }

  /**
   * Makes the error for arguments that nothing in a side-effect plugin takes.
   *
   * @param artifact the artifact as it was given
   * @param objection why nothing takes them
   */
  public static ContractMismatch ofArguments(String artifact, String objection) {
    return new ContractMismatch(artifact, objection);
  }

  /** {@return the artifact as it was given} */
  public String artifact() {
    return artifact;
  }

  /** {@return the contract that it was built for} */
  public Contract builtFor() {
    return builtFor;
  }

  /** {@return the contract that was asked for} */
  public Contract requested() {
    return requested;
  }
}
