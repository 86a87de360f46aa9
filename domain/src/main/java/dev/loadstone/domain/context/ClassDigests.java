package dev.loadstone.domain.context;

import dev.loadstone.domain.content.Digest;
import java.util.Objects;

/**
 * What tells whether a class of the host is the one that a plugin was compiled against.
 *
 * @param abi the digest of its ABI, which decides; that of its class file where the ABI cannot be
 *     read
 * @param classFile the digest of its class file: where this is the same, so is the ABI, and need
 *     not be read
 */
public record ClassDigests(Digest abi, Digest classFile) {

  public ClassDigests {
    Objects.requireNonNull(abi, "abi");
    Objects.requireNonNull(classFile, "classFile");
  }
}
