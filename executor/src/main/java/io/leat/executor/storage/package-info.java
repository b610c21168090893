/**
 * The disk as a port: the few things that the engine does with files, each of which a test can make fail or cut short.
 *
 * <p>What was appended is safe after {@link io.leat.executor.storage.StorageOutput#sync}; that a file exists, has a new
 * name or is gone is safe after {@link io.leat.executor.storage.Storage#syncNames}. {@link
 * io.leat.executor.storage.FileStorage} is a directory of the machine. Next: {@code io.leat.executor.journal}.
 */
package io.leat.executor.storage;
