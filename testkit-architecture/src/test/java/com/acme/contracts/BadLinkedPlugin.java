package com.acme.contracts;

import dev.loadstone.domain.port.LinkedPlugin;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.util.List;

final class BadLinkedPlugin implements LinkedPlugin {
  @Override
  public Try<Option<Object>> run(List<String> arguments) {
    return Try.success(Option.none());
  }
}
