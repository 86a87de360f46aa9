package dev.loadstone.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a label and values, aligned. */
final class Table {

  private record Row(String label, String value) {}

  private final List<Row> rows = new ArrayList<>();

  Table row(String label, String value) {
    rows.add(new Row(label, value));
    return this;
  }

  /** Adds values one below the other, beside one label. */
  Table rows(String label, List<String> values) {
    if (values.isEmpty()) {
      return row(label, "none");
    }
    row(label, values.get(0));
    values.stream().skip(1).forEach(value -> row("", value));
    return this;
  }

  String text() {
    int width = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0) + 2;
    return rows.stream()
        .map(row -> row.label() + " ".repeat(width - row.label().length()) + row.value())
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
