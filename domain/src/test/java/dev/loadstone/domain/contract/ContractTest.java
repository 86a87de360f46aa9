package dev.loadstone.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContractTest {

  @Test
  void displayName_contract_isWrittenForPeople() {
    assertThat(Contract.sideEffect().displayName()).isEqualTo("side effect");
    assertThat(Contract.type("java.util.List<java.lang.String>", "java.util.List").displayName())
        .isEqualTo("java.util.List<java.lang.String>");
  }

  @Test
  void equals_contracts_whenTheyAreWrittenAlike() {
    Contract strings = Contract.type("java.util.List<java.lang.String>", "java.util.List");

    assertThat(Contract.type("java.util.List<java.lang.String>", "java.util.List"))
        .isEqualTo(strings);
    assertThat(Contract.type("java.util.List<java.lang.Integer>", "java.util.List"))
        .isNotEqualTo(strings);
    assertThat(Contract.sideEffect()).isEqualTo(Contract.sideEffect()).isNotEqualTo(strings);
  }
}
