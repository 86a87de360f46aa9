package dev.loadstone.adapter.bytecode;

import dev.loadstone.domain.classfile.ClassFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A host whose code depends on as little as possible, and a plugin that uses all of it. */
final class MutationSubjects {

  /** Each body looks for one thing at most, and before it can fail for another reason. */
  private static final String HOST =
      """
      package com.acme;
      public interface Priced {
        int LIMIT = 5;
        int price();
        default int cost() { return 2; }
        static int zero() { return 0; }
      }
      public interface Named extends Priced { default String name() { return "n"; } }
      public interface Other { default int other() { return 3; } }
      public interface Fun<T> { T apply(T t); default int extra() { return 1; } }
      public interface Count { int count(String s); }
      public class Base {
        public int size = 1;
        protected int part = 2;
        public static int made = 3;
        protected static String label = "l";
        public final long fixed = 4;
        public static final String NAME = "base";
        public Base() {}
        protected Base(int x) {}
        public int price() { return 4; }
        protected int hook() { return 5; }
        public static int count() { return 6; }
        public Object self(Object o) { return o; }
        public final int last() { return 7; }
      }
      public class Middle extends Base {
        public Middle() {}
        protected Middle(int x) { super(x); }
        public int middle() { return 8; }
      }
      public class Child extends Middle implements Named, Other {
        public int own = 9;
        public Child() {}
      }
      public abstract class Template {
        protected Template() {}
        public abstract int fill();
        public int run() { return 1; }
        protected int helper() { return 1; }
      }
      public class Calls {
        public static int price(Priced p) { return p.price(); }
        public static int cost(Priced p) { return p.cost(); }
        public static int other(Other o) { return o.other(); }
        public static String name(Named n) { return n.name(); }
        public static int base(Base b) { return b.price(); }
        public static int hook(Base b) { return b.hook(); }
        public static Object fun(Fun<?> f) { return f.apply(null); }
        public static int extra(Fun<?> f) { return f.extra(); }
        public static int count(Count c) { return c.count(null); }
        public static int fill(Template t) { return t.fill(); }
        public static void fail(Exception e) throws Exception { throw e; }
        public static Child child(Child c) { return c; }
      }
      public class Refused extends Exception { public Refused() {} }
      public enum Kind { A, B; public int rank() { return 1; } }
      public record Order(int count, String text) {}
      public class Outer {
        public static class Part { public int part = 1; public int get() { return 2; } }
        public interface Inside { int in(); }
      }
      """;

  private static final String PLUGIN =
      """
      package plugin;
      import com.acme.*;
      import java.util.*;
      import java.util.concurrent.Callable;
      import java.util.function.*;
      public class Plugin implements Callable<Object> {
        @Override public Object call() {
          List<Callable<Object>> parts = List.of(
              () -> new Base().size + Base.made + new Base().fixed + Base.NAME + Priced.LIMIT,
              () -> { Base base = new Base(); base.size = 3; Base.made = 4; return base.size + Base.made; },
              () -> new Base().price() + Base.count() + new Base().last() + "" + new Base().self("x"),
              () -> new Middle().middle() + new Middle().size + new Middle().price(),
              () -> { Child c = new Child(); return c.own + c.size + c.middle() + c.price() + c.cost() + c.name() + c.other(); },
              () -> Calls.price(new Child()) + Calls.other(new Child()) + Calls.base(new Child()) + Calls.name(new Child()),
              () -> Calls.child(new Child()).price() + "" + Calls.child(null),
              () -> Priced.zero() + Calls.price(() -> 7),
              () -> { Fun<String> f = s -> "f"; return Calls.fun(f) + "" + Calls.extra(f) + f.apply("y"); },
              () -> { Count c = String::length; return c.count("abc"); },
              () -> Calls.count(s -> 3),
              () -> { Supplier<Object> s = Base::new; IntSupplier i = Base::count; IntSupplier p = new Child()::price; return s.get() != null ? i.getAsInt() + p.getAsInt() : 0; },
              () -> { ToIntFunction<Base> f = Base::price; return f.applyAsInt(new Middle()); },
              () -> { try { Calls.fail(new Refused()); return 1; } catch (Refused e) { return 2; } },
              () -> { Kind k = Kind.valueOf("A"); switch (k) { case A: return k.rank(); case B: return 2; default: return 3; } },
              () -> Kind.B.name() + Kind.values().length,
              () -> { Order o = new Order(1, "t"); return o.count() + o.text() + o.equals(new Order(1, "t")); },
              () -> { Object o = new Child(); return o instanceof Named n ? n.price() : o instanceof Base[] b ? b.length : 0; },
              () -> new Base[2].length + ((Object) new Middle[1]).getClass().getSimpleName() + Child.class.getSimpleName(),
              () -> new Outer.Part().part + new Outer.Part().get(),
              () -> { Outer.Inside inside = () -> 4; return inside.in(); },
              () -> new MyBase().all() + Calls.base(new MyBase()) + Calls.hook(new MyBase()),
              () -> new MyChild().all() + Calls.price(new MyChild()) + Calls.cost(new MyChild()),
              () -> Calls.fill(new MyTemplate()) + new MyTemplate().all(),
              () -> new MyNamed().price() + Calls.price(new MyNamed()) + Calls.name(new MyNamed()) + Calls.cost(new MyNamed()),
              () -> Calls.other(new Both()) + Calls.price(new Both()) + Calls.cost(new Both()),
              () -> new MyOwn().price() + ((Own) new MyOwn()).price(),
              () -> Calls.extra(new MyFun()) + "" + Calls.fun(new MyFun()) + Calls.count(new MyCount()));
          StringBuilder result = new StringBuilder();
          for (Callable<Object> part : parts) {
            try { result.append(part.call()).append(' '); } catch (Exception e) { result.append(e.getClass().getName()).append(' '); }
          }
          return result.toString();
        }
      }
      class MyBase extends Base {
        private int made = 1;
        MyBase() { super(1); part = 7; }
        @Override public int price() { return super.price() + 1; }
        @Override protected int hook() { return super.hook() + part; }
        int all() { label = "m"; return part + this.size + made + hook() + last() + middle() + label.length() + super.part; }
        private int middle() { return 1; }
      }
      class MyChild extends Child {
        @Override public int cost() { return super.cost(); }
        int all() { return own + size + part + middle() + hook() + other(); }
        static int zero() { return 1; }
      }
      class MyTemplate extends Template {
        @Override public int fill() { return helper(); }
        int all() { return run() + fill(); }
        int extra() { return 3; }
      }
      class MyNamed implements Named {
        @Override public int price() { return 1; }
        @Override public int cost() { return Named.super.cost() + 1; }
        int other() { return 1; }
        private int apply() { return 2; }
      }
      class Both extends Base implements Priced, Other { public int rank() { return 1; } }
      interface Own { int price(); }
      class MyOwn extends Middle implements Own {}
      class MyFun implements Fun<String> { public String apply(String s) { return "g"; } }
      class MyCount implements Count { public int count(String s) { return 5; } }
      """;

  private MutationSubjects() {}

  static Map<String, ClassFile> host() {
    return InMemoryJavac.compile(HOST);
  }

  static Map<String, ClassFile> plugin() {
    List<String> sources = new ArrayList<>(List.of(HOST, PLUGIN));
    Map<String, ClassFile> all = new TreeMap<>(InMemoryJavac.compile(sources));
    all.keySet().removeIf(name -> !name.startsWith("plugin."));
    return all;
  }
}
