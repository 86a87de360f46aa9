package com.acme.staticstate;

import java.util.ArrayList;

final class BadList {
  static final ArrayList<String> SEEN = new ArrayList<>();
}
