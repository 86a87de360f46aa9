package dev.loadstone.adapter.classloader;

import java.util.List;

/** Prints the host's classes in a package, in a process of its own. */
final class ListingMain {

  private ListingMain() {}

  public static void main(String[] args) throws Exception {
    ClassLoaderModule module = new ClassLoaderModule(ClassLoader.getSystemClassLoader(), List.of());
    System.out.println(module.hostView().classesIn(args[0]).get());
    module.hostResources().close();
  }
}
