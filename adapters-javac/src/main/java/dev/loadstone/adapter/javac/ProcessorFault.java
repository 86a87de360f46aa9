package dev.loadstone.adapter.javac;

import dev.loadstone.domain.compilation.CompilationRequest;
import dev.loadstone.domain.error.ProcessorFailed;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Ends a task of javac whose annotation processor failed; a domain error is made of it. */
final class ProcessorFault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String processor;
  private final String reason;

  ProcessorFault(String processor, String reason, @Nullable Throwable cause) {
    super(processor + " " + reason, cause);
    this.processor = processor;
    this.reason = reason;
  }

  ProcessorFailed error(CompilationRequest request) {
    return ProcessorFailed.of(request.sources().paths(), processor, reason, getCause());
  }
}
