/**
 * Exactly once, seen from outside: real processes on a real broker are killed with SIGKILL while rows flow, and a verifier
 * that shares no code with the engine compares what readers see with a batch computation over the source topics. {@link
 * io.leat.tests.exactly.KillDriver} is the whole run; {@code ./leat crash} starts it with as many rounds as asked.
 */
package io.leat.tests.exactly;
