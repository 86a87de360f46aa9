package com.acme.staticstate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class BadCache {
  static final ConcurrentHashMap<String, String> BY_NAME = new ConcurrentHashMap<>(Map.of());
}
