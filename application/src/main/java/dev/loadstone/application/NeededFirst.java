package dev.loadstone.application;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Puts what is needed before what needs it. Of several that could come next, the one with the
 * smallest number does; those that need each other stand together, by their numbers.
 *
 * <p>Uses no recursion, so that a long chain overflows no stack.
 */
final class NeededFirst {

  private static final int NONE = -1;

  private final List<List<Integer>> needs;
  private final int[] group;
  private final List<List<Integer>> groups = new ArrayList<>();

  private NeededFirst(List<List<Integer>> needs) {
    this.needs = needs;
    this.group = new int[needs.size()];
    Arrays.fill(group, NONE);
  }

  /**
   * Sorts the numbers from 0.
   *
   * @param needs for each number, those that it needs
   * @return the numbers, sorted
   */
  static List<Integer> sort(List<List<Integer>> needs) {
    NeededFirst sorter = new NeededFirst(needs);
    sorter.findGroups();
    return sorter.sortGroups();
  }

  /** Finds what needs each other, by the algorithm of Tarjan. */
  private void findGroups() {
    int[] order = new int[needs.size()];
    int[] lowest = new int[needs.size()];
    int[] next = new int[needs.size()];
    Arrays.fill(order, NONE);
    Deque<Integer> open = new ArrayDeque<>();
    Deque<Integer> path = new ArrayDeque<>();
    int visited = 0;
    for (int start = 0; start < needs.size(); start++) {
      if (order[start] == NONE) {
        path.push(start);
      }
      while (!path.isEmpty()) {
        int node = path.getFirst();
        if (order[node] == NONE) {
          order[node] = visited;
          lowest[node] = visited++;
          open.push(node);
        }
        if (next[node] < needs.get(node).size()) {
          int needed = needs.get(node).get(next[node]);
          if (order[needed] == NONE) {
            path.push(needed);
            continue;
          }
          next[node]++;
          if (group[needed] == NONE) {
            lowest[node] = Math.min(lowest[node], lowest[needed]);
          }
        } else {
          path.pop();
          if (lowest[node] == order[node]) {
            closeGroup(open, node);
          }
        }
      }
    }
  }

  private void closeGroup(Deque<Integer> open, int first) {
    List<Integer> members = new ArrayList<>();
    int member;
    do {
      member = open.pop();
      group[member] = groups.size();
      members.add(member);
    } while (member != first);
    members.sort(Comparator.naturalOrder());
    groups.add(members);
  }

  private List<Integer> sortGroups() {
    int[] missing = new int[groups.size()];
    List<List<Integer>> neededBy = new ArrayList<>();
    groups.forEach(each -> neededBy.add(new ArrayList<>()));
    for (int node = 0; node < needs.size(); node++) {
      for (int needed : needs.get(node)) {
        if (group[needed] != group[node]) {
          missing[group[node]]++;
          neededBy.get(group[needed]).add(group[node]);
        }
      }
    }
    PriorityQueue<Integer> ready =
        new PriorityQueue<>(Comparator.comparing(each -> groups.get(each).get(0)));
    for (int each = 0; each < groups.size(); each++) {
      if (missing[each] == 0) {
        ready.add(each);
      }
    }
    List<Integer> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      int done = ready.remove();
      sorted.addAll(groups.get(done));
      for (int user : neededBy.get(done)) {
        if (--missing[user] == 0) {
          ready.add(user);
        }
      }
    }
    return sorted;
  }
}
