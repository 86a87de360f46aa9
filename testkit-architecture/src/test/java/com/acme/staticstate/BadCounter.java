package com.acme.staticstate;

final class BadCounter {
  static int count;
}
