package com.acme.staticstate;

import java.util.List;

final class Constants {
  static final List<String> NAMES = List.of("one");

  int changes = 1;
}
