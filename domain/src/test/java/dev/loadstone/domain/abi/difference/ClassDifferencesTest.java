package dev.loadstone.domain.abi.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadstone.domain.abi.ClassAbi;
import dev.loadstone.domain.abi.RandomAbis;
import dev.loadstone.domain.context.Difference;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a difference looks like; that none goes unsaid is shown with random ABIs. */
final class ClassDifferencesTest {

  private static final String CLASS =
      "class com.acme.Rule|modifiers public|superclass java.lang.Object|";

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '`',
      textBlock =
          """
          method price (Lcom/acme/Order;I)I| modifiers public|	method price (Lcom/acme/Order;J)I| modifiers public|	method price(Order, int) is now price(Order, long)
          method price (I)I| modifiers public|	method price (I)J| modifiers public|	method price(int): its return type was int, is now long
          method price (I)I| modifiers public|	``	method price(int) is gone
          ``	method <init> (I)V| modifiers public|	constructor Rule(int) was added
          method price (I)I| modifiers -|method price (La/Order;)I| modifiers -|	method price (I)I| modifiers -|method price (Lb/Order;)I| modifiers -|	method price(a.Order) is now price(b.Order)
          method price (I)I| modifiers public|	method price (I)I| modifiers protected final|	method price(int) is now protected and was public, now final
          method price (I)I| modifiers static|	method price (I)I| modifiers -|	method price(int) is no longer static
          method price (I)I| modifiers -|	method price (I)I| modifiers -| throws java.io.IOException|	method price(int) now throws java.io.IOException
          method price (I)I| modifiers -| throws a.B|	method price (I)I| modifiers -|	method price(int) no longer throws a.B
          method names ()Ljava/util/List;| modifiers -| signature ()Ljava/util/List<Ljava/lang/String;>;|	method names ()Ljava/util/List;| modifiers -| signature ()Ljava/util/List<Ljava/lang/Integer;>;|	method names(): its generic declaration was List<String> names(), is now List<Integer> names()
          method names ()I| modifiers -| default 1|	method names ()I| modifiers -|	method names(): its default was 1, is now none
          method names ()I| modifiers -|	method names ()I| modifiers -| annotation @a.Seen|	method names(): @a.Seen was added
          method names ()I| modifiers -| attribute 0000000000000000000000000000000000000000000000000000000000000000 Odd|	method names ()I| modifiers -| attribute 1000000000000000000000000000000000000000000000000000000000000000 Odd|	method names(): attribute Odd has another content
          field MAX I| modifiers static final| constant 10|	field MAX I| modifiers static final| constant 20|	field MAX: its constant value was 10, is now 20
          field MAX I| modifiers static final| constant 10|	field MAX I| modifiers static final|	field MAX: its constant value was 10, is now none
          field MAX I| modifiers -|	field MAX [J| modifiers -|	field MAX: its type was int, is now long[]
          field MAX I| modifiers -|	``	field int MAX is gone
          ``	field MAX I| modifiers -|	field int MAX was added
          field x Ljava/util/List;| modifiers -| signature TT;|	field x Ljava/util/List;| modifiers -|	field x: its generic declaration was T, is now none
          enum-constant A|enum-constant B|	enum-constant A|	enum constant B is gone
          enum-constant A|enum-constant B|	enum-constant B|enum-constant A|	the order of its enum constants was A, B, is now B, A
          member-class com.acme.Rule$Kind| simple-name Kind| modifiers public|	``	member class com.acme.Rule$Kind is gone
          member-class com.acme.Rule$Kind| simple-name Kind| modifiers public|	member-class com.acme.Rule$Kind| simple-name Kind| modifiers final|	member class com.acme.Rule$Kind: its declaration was public Kind, is now final Kind
          component x I|	component x I|component y J|	its record header was (int x), is now (int x, long y)
          """)
  void between_memberDiffers_saysWhat(String then, String now, String description) {
    List<Difference> differences = ClassDifferences.between(abi(CLASS + then), abi(CLASS + now));

    assertThat(differences).extracting(Difference::description).containsExactly(description);
    assertThat(differences).extracting(Difference::subject).containsOnly("com.acme.Rule");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '`',
      textBlock =
          """
          modifiers public	modifiers public final	it is now final
          modifiers public	modifiers -	it is now package-private and was public
          modifiers public	modifiers public abstract interface	it is now an interface and was a class
          modifiers public final record	modifiers public	it is now a class and was a record class, no longer final
          modifiers -|superclass a.A	modifiers -|superclass a.B	its superclass was a.A, is now a.B
          modifiers -|interface a.A	modifiers -	it no longer implements a.A
          modifiers abstract interface	modifiers abstract interface|interface a.A	it now extends a.A
          modifiers -|interface a.A|interface a.B	modifiers -|interface a.B|interface a.A	the order of its interfaces was a.A, a.B, is now a.B, a.A
          modifiers -	modifiers -|permits a.A|permits a.B	it is now sealed, and permits only a.A, a.B
          modifiers -|permits a.A	modifiers -|permits a.A|permits a.B	it now permits a.B
          modifiers -|permits a.A	modifiers -	it is no longer sealed
          modifiers -	modifiers -|signature <T:Ljava/lang/Object;>Ljava/lang/Object;	its generic declaration was none, is now <T>
          modifiers -	modifiers -|annotation @a.Seen(value = 1)	@a.Seen(value = 1) was added
          modifiers -|nested-in com.acme|nested-as Rule|linked-as public	modifiers -|nested-in com.acme|nested-as Rule|linked-as -	its access in the class file was public, is now none
          modifiers -|nested-in com.acme|nested-as Rule|linked-as -	modifiers -	its place was in com.acme, as Rule, is now top level
          """)
  void between_declarationDiffers_saysWhat(String then, String now, String description) {
    List<Difference> differences =
        ClassDifferences.between(
            abi("class com.acme.Rule|" + then + "|"), abi("class com.acme.Rule|" + now + "|"));

    assertThat(differences).extracting(Difference::description).containsExactly(description);
    assertThat(differences).extracting(Difference::kind).containsOnly(Difference.Kind.HOST_CLASS);
  }

  @Test
  void between_overloadsWhoseChangeIsAmbiguous_namesEach() {
    ClassAbi then = abi(CLASS + "method a (I)V| modifiers -|method a (J)V| modifiers -|");
    ClassAbi now = abi(CLASS + "method a (D)V| modifiers -|");

    assertThat(ClassDifferences.between(then, now))
        .extracting(Difference::toString)
        .containsExactly(
            "com.acme.Rule: method a(int) is gone",
            "com.acme.Rule: method a(long) is gone",
            "com.acme.Rule: method a(double) was added");
  }

  @Test
  void between_changedMethod_hasBothForms() {
    Difference difference =
        ClassDifferences.between(
                abi(CLASS + "method a (I)V| modifiers -|"),
                abi(CLASS + "method a (J)V| modifiers -|"))
            .get(0);

    assertThat(difference)
        .isEqualTo(
            new Difference(
                Difference.Kind.HOST_MEMBER,
                "com.acme.Rule",
                "method a(int)",
                "method a(long)",
                "method a(int) is now a(long)"));
  }

  @Test
  void between_anyTwoDifferentAbis_saysSomething() {
    for (long seed = 0; seed < 500; seed++) {
      ClassAbi then = RandomAbis.of(seed);
      ClassAbi now = RandomAbis.of(seed + 1);

      assertThat(ClassDifferences.between(then, then)).as("seed %d", seed).isEmpty();
      assertThat(ClassDifferences.between(then, now))
          .as("seed %d", seed)
          .isNotEmpty()
          .allSatisfy(difference -> assertThat(difference.description()).isNotBlank());
    }
  }

  /** One part at a time, so that no other difference hides one that goes unsaid. */
  @Test
  void between_anyPartThatDiffers_saysSomething() throws ReflectiveOperationException {
    for (long seed = 0; seed < 500; seed++) {
      ClassAbi then = RandomAbis.of(seed);
      for (ClassAbi now : withOnePartOf(then, RandomAbis.of(seed + 1))) {
        assertThat(ClassDifferences.between(then, now).isEmpty())
            .as("seed %d: %s and %s", seed, then, now)
            .isEqualTo(then.equals(now));
      }
    }
  }

  private static List<ClassAbi> withOnePartOf(ClassAbi then, ClassAbi other)
      throws ReflectiveOperationException {
    RecordComponent[] parts = ClassAbi.class.getRecordComponents();
    Constructor<ClassAbi> constructor =
        ClassAbi.class.getConstructor(
            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
    List<ClassAbi> mixed = new ArrayList<>();
    for (int changed = 1; changed < parts.length; changed++) {
      Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        values[i] = parts[i].getAccessor().invoke(i == changed ? other : then);
      }
      mixed.add(constructor.newInstance(values));
    }
    return mixed;
  }

  private static ClassAbi abi(String text) {
    return ClassAbi.parse(text.replace('|', '\n').replace(" -\n", " \n")).get();
  }
}
