package dev.loadstone.adapter.javac;

import java.io.IOException;
import java.io.InputStream;
import javax.tools.SimpleJavaFileObject;

/** A class file of the host, read when it is opened. */
final class HostClassFileObject extends SimpleJavaFileObject {

  private final String binaryName;
  private final HostClasses host;

  HostClassFileObject(String binaryName, HostClasses host) {
    super(MemoryUri.of(binaryName.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
    this.binaryName = binaryName;
    this.host = host;
  }

  String binaryName() {
    return binaryName;
  }

  /** Without the leading slash, as a person knows the file. */
  @Override
  public String getName() {
    return super.getName().substring(1);
  }

  @Override
  public InputStream openInputStream() throws IOException {
    return host.open(binaryName).newInputStream();
  }
}
