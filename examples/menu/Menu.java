import dishes.Soup;
import java.util.List;

/** Prints the menu of the day. It needs two more files, which need a third. */
public final class Menu {

  public static void main(String[] args) {
    for (String line : List.of(new Soup().text(), Drink.of("water").text())) {
      System.out.println(line);
    }
  }
}
