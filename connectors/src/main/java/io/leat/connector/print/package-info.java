/**
 * Sinks for looking and for measuring: {@code print} writes every change as a line to the console, {@code blackhole}
 * takes everything and keeps nothing. Next: {@code io.leat.connector.file}, a sink that lasts.
 */
package io.leat.connector.print;
