package dev.loadstone.adapter.bytecode;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Finds the classes that a generic signature mentions (JVMS 4.7.9.1). */
final class MentionedSignature extends SignatureVisitor {

  private final FoundReferences found;
  private String outer = "";

  private MentionedSignature(FoundReferences found) {
    super(AsmClassFileReader.API);
    this.found = found;
  }

  static void ofDeclaration(FoundReferences found, @Nullable String signature) {
    if (signature != null) {
      new SignatureReader(signature).accept(new MentionedSignature(found));
    }
  }

  static void ofType(FoundReferences found, @Nullable String signature) {
    if (signature != null) {
      new SignatureReader(signature).acceptType(new MentionedSignature(found));
    }
  }

  @Override
  public void visitClassType(String name) {
    outer = name;
    found.mention(name);
  }

  @Override
  public void visitInnerClassType(String name) {
    outer = outer + "$" + name;
    found.mention(outer);
  }

  @Override
  public SignatureVisitor visitTypeArgument(char wildcard) {
    // An argument has names of its own, after which the outer type may go on.
    return new MentionedSignature(found);
  }
}
