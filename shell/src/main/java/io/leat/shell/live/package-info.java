/**
 * A view drawn in the whole terminal, again and again as it changes.
 *
 * <p>{@link io.leat.shell.live.LiveContent} holds the rows and knows which cells changed lately; {@link
 * io.leat.shell.live.LiveReader} fills it, a tick at a time, on a thread of its own; {@link
 * io.leat.shell.live.LiveDrawing} turns it into lines, and {@link io.leat.shell.live.LiveScreen} puts them on the screen,
 * listens to keys and gives the terminal back as it was.
 */
package io.leat.shell.live;
