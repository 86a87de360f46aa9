/**
 * A contract test for each port, which every adapter and every fake passes. Depends on the domain,
 * on Vavr, JUnit Jupiter, AssertJ, and the fakes.
 *
 * <p>A test extends the contract of its port, and says how to get the subject and what that needs;
 * the inherited tests do the rest:
 *
 * <pre>{@code
 * import dev.loadstone.domain.classfile.ClassFile;
 * import dev.loadstone.domain.content.Bytes;
 * import dev.loadstone.domain.port.HostRuntime;
 * import dev.loadstone.testkit.FakeHostRuntime;
 * import dev.loadstone.testkit.contract.HostRuntimeContract;
 *
 * final class FakeHostRuntimeTest extends HostRuntimeContract {
 *
 *   @Override
 *   protected HostRuntime hostRuntime() {
 *     return FakeHostRuntime.of(21, "a build")
 *         .with(new ClassFile("java.lang.Object", Bytes.ofUtf8("a class file")));
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.loadstone.testkit.contract;

import org.jspecify.annotations.NullMarked;
