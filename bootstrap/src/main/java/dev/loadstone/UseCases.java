package dev.loadstone;

import dev.loadstone.application.AdmitArtifact;
import dev.loadstone.application.CheckContext;
import dev.loadstone.application.CompilePlugin;
import dev.loadstone.application.FindDependencies;
import dev.loadstone.application.FindUnusedSources;
import dev.loadstone.application.LinkPlugin;
import dev.loadstone.application.ReadArtifact;
import dev.loadstone.application.StepRecorder;
import dev.loadstone.application.WriteArtifact;
import dev.loadstone.domain.port.SourceReader;

/** The use cases that the façade puts into futures, and who is told when they fail. */
record UseCases(
    SourceReader sources,
    CompilePlugin compile,
    WriteArtifact write,
    ReadArtifact read,
    CheckContext context,
    AdmitArtifact admit,
    LinkPlugin link,
    FindDependencies dependencies,
    FindUnusedSources unused,
    StepRecorder recorder,
    Failures failures) {}
