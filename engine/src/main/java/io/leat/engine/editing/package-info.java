/**
 * SQL as text that somebody is still typing: tokens for highlighting, whether it is whole, the words of the language.
 *
 * <p>For editors such as the shell, which know nothing of the grammar. Nothing here fails, whatever the text. What tables,
 * columns and options there are, {@link io.leat.engine.Session} says.
 */
package io.leat.engine.editing;
