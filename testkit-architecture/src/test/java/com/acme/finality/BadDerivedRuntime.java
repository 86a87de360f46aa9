package com.acme.finality;

class BadDerivedRuntime extends BaseRuntime {}
