package com.acme.staticstate;

final class BadThreadLocal {
  static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
}
