package acme.host;

import dev.loadstone.Loadstone;

/** A host that wants plugins for each type that it is given, and tells what the library says. */
public final class ContractProgram {

  private ContractProgram() {}

  public static void main(String[] types) throws ClassNotFoundException {
    try (Loadstone loadstone = Loadstone.create()) {
      for (String type : types) {
        System.out.println(answer(loadstone, Class.forName(type)));
      }
    }
  }

  private static String answer(Loadstone loadstone, Class<?> type) {
    try {
      loadstone.loader(type);
      return type.getName() + " is a contract";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
