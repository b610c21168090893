/**
 * {@code 'connector'='filesystem'}: tables over files, read once or followed as they grow, and written.
 *
 * <p>A path is one file, a directory (with all below it, but for names that begin with {@code .} or {@code _}) or a glob
 * pattern; files are read in the order of their names. A {@link io.leat.core.connector.Position} has the offset in bytes
 * of each file that has been begun, by its name below the path (of the inflated bytes, for {@code .gz}; rows,
 * for Arrow files). All rows are of
 * one partition, {@code files}: time goes on through the files, it does not wait for the slowest of them.
 *
 * <p>A followed file may be truncated or replaced. Its new content is then another one, with offsets of its own under the
 * name {@code file#1}, {@code file#2} and so on, so that offsets only grow. After a restart a replacement is noticed if
 * it is shorter than what had been read. Reading a file is reading its bytes and finding where
 * records end; they are decoded in pieces, perhaps on other threads. Next: {@link io.leat.connector.file.OpenFile} for reading,
 * {@link io.leat.connector.file.FileSink} for writing.
 */
package io.leat.connector.file;
