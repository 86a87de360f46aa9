package dev.loadstone.adapter.classloader;

import dev.loadstone.domain.context.AllowedPackages;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints the host's classes in a package, in a process of its own. */
final class ListingMain {

  private ListingMain() {}

  public static void main(String[] args) throws Exception {
    // Encoded, since not every locale can hand over every name.
    String packageName = URLDecoder.decode(args[0], StandardCharsets.UTF_8);
    ClassLoaderAdapter module =
        new ClassLoaderAdapter(
            ClassLoader.getSystemClassLoader(), List.of(), AllowedPackages.everything());
    System.out.println(module.hostView().classesIn(packageName).get());
    module.close();
  }
}
