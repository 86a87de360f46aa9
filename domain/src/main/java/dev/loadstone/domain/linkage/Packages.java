package dev.loadstone.domain.linkage;

/** The packages that classes are in. */
final class Packages {

  private Packages() {}

  static String of(String binaryName) {
    return binaryName.substring(0, Math.max(binaryName.lastIndexOf('.'), 0));
  }
}
