package com.acme.exceptions;

final class BadHeirRuntime extends ThrowingBase {}
