package com.acme.staticstate;

import java.util.HashMap;

final class BadMap {
  static final HashMap<String, String> BY_NAME = new HashMap<>();
}
