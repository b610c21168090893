/** How fast Leat is, measured. {@code docs/performance.md} has the figures and the commands. */
package io.leat.tests.benchmark;
