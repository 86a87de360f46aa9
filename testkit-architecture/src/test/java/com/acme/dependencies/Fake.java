package com.acme.dependencies;

import dev.loadstone.testkit.FakeCompiler;

record Fake(FakeCompiler compiler) {}
