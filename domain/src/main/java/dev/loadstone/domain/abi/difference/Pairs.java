package dev.loadstone.domain.abi.difference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was and what is, matched by a key.
 *
 * @param same what is there twice under one key
 * @param gone what was there only
 * @param come what is there only
 */
record Pairs<T>(List<Pair<T>> same, List<T> gone, List<T> come) {

  /** Two that have one key. */
  record Pair<T>(T was, T is) {}

  Pairs {
    same = List.copyOf(same);
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }

  /** Matches the first of one key with the first, and so on. */
  static <T> Pairs<T> of(List<T> were, List<T> are, Function<T, String> key) {
    Map<String, Deque<T>> left = byKey(are, key);
    List<Pair<T>> same = new ArrayList<>();
    List<T> gone = new ArrayList<>();
    for (T was : were) {
      T is = left.getOrDefault(key.apply(was), new ArrayDeque<>()).poll();
      if (is == null) {
        gone.add(was);
      } else {
        same.add(new Pair<>(was, is));
      }
    }
    List<T> come =
        are.stream()
            .filter(is -> isAmong(left.getOrDefault(key.apply(is), new ArrayDeque<>()), is))
            .toList();
    return new Pairs<>(same, gone, come);
  }

  /** Matches those only whose key nothing else has. */
  static <T> Pairs<T> unique(List<T> were, List<T> are, Function<T, String> key) {
    Map<String, Deque<T>> before = byKey(were, key);
    Map<String, Deque<T>> after = byKey(are, key);
    List<Pair<T>> same = new ArrayList<>();
    List<T> gone = new ArrayList<>(were);
    List<T> come = new ArrayList<>(are);
    for (T was : were) {
      Deque<T> partners = after.getOrDefault(key.apply(was), new ArrayDeque<>());
      if (partners.size() == 1 && before.getOrDefault(key.apply(was), partners).size() == 1) {
        T is = partners.element();
        same.add(new Pair<>(was, is));
        gone.remove(was);
        come.remove(is);
      }
    }
    return new Pairs<>(same, gone, come);
  }

  /** Leaves out of some what others have, each as often as they have it. */
  static <T> List<T> without(List<T> some, List<T> others) {
    List<T> left = new ArrayList<>(some);
    others.forEach(left::remove);
    return left;
  }

  private static <T> Map<String, Deque<T>> byKey(List<T> all, Function<T, String> key) {
    Map<String, Deque<T>> named = new HashMap<>();
    all.forEach(
        each -> named.computeIfAbsent(key.apply(each), any -> new ArrayDeque<>()).add(each));
    return named;
  }

  private static <T> boolean isAmong(Deque<T> left, T one) {
    return left.stream().anyMatch(each -> each == one);
  }
}
