package com.acme.contracts;

/** Is a test, but none that extends the contract. */
record UntestedRuntimeCheck(BadUntestedRuntime runtime) {}
