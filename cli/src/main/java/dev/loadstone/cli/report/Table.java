package dev.loadstone.cli.report;

import dev.loadstone.domain.diagnostic.PrintableText;
import java.util.ArrayList;
import java.util.List;

/** Lines of a label and values, aligned. */
public final class Table {

  private record Row(PrintableText label, PrintableText value) {}

  private final List<Row> rows = new ArrayList<>();

  /** Makes a table without lines. */
  public Table() {}

  /**
   * Adds a value, on one line unless it is printable already.
   *
   * @param label stands before it
   * @param value the value
   * @return this
   */
  public Table row(Object label, Object value) {
    rows.add(new Row(PrintableText.of("%s", label), PrintableText.of("%s", value)));
    return this;
  }

  /**
   * Adds values one below the other, beside one label.
   *
   * @param label stands before the first
   * @param values the values; none are told as such
   * @return this
   */
  public Table rows(Object label, List<?> values) {
    if (values.isEmpty()) {
      return row(label, "none");
    }
    row(label, values.get(0));
    values.stream().skip(1).forEach(value -> row("", value));
    return this;
  }

  /**
   * Adds values one below the other, beside one label; nothing where there are none.
   *
   * @param label stands before the first
   * @param values the values
   * @return this
   */
  public Table rowsIfAny(Object label, List<?> values) {
    return values.isEmpty() ? this : rows(label, values);
  }

  /** {@return the lines, without a line separator at their end} */
  public PrintableText text() {
    int width = rows.stream().mapToInt(Table::width).max().orElse(0) + 2;
    return PrintableText.join(
        "\n",
        rows.stream()
            .map(
                row ->
                    PrintableText.of(
                        "%s%s%s", row.label(), " ".repeat(width - width(row)), row.value()))
            .toList());
  }

  private static int width(Row row) {
    return row.label().toString().length();
  }
}
