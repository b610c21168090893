package io.leat.executor.checkpoint;

import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.FileHeader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * A manifest as bytes: a {@link FileHeader}; sequence, tick and the number of blobs; of each blob its name, its header and
 * the places of its pages; the hashes of all pages in the same order, if they are known (an earlier version did not write them
 * and does not look at what follows the blobs); at last a CRC-32C of everything.
 */
final class ManifestFormat {
    private static final String KIND = "LEATCKPT";

    private ManifestFormat() {}

    static byte[] encode(Manifest manifest, UUID database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream output = new DataOutputStream(bytes)) {
            output.write(new FileHeader(KIND, database, manifest.number()).encode());
            output.writeLong(manifest.sequence());
            output.writeLong(manifest.tick());
            output.writeInt(manifest.blobs().size());
            for (Blob blob : manifest.blobs()) {
                write(blob, output);
            }
            writeHashes(manifest, output);
            output.writeInt(checksum(bytes.toByteArray(), 0, bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Blob blob, DataOutputStream output) throws IOException {
        output.writeUTF(blob.name());
        output.writeInt(blob.header().length);
        output.write(blob.header());
        output.writeInt(blob.pages().size());
        for (PageReference page : blob.pages()) {
            output.writeLong(page.file());
            output.writeLong(page.offset());
            output.writeInt(page.length());
            output.writeInt(page.checksum());
        }
    }

    private static void writeHashes(Manifest manifest, DataOutputStream output) throws IOException {
        for (Blob blob : manifest.blobs()) {
            for (PageReference page : blob.pages()) {
                output.writeLong(page.hash().high());
                output.writeLong(page.hash().low());
            }
        }
    }

    static Manifest decode(byte[] bytes, long number, UUID database, String place) {
        int end = bytes.length - Integer.BYTES;
        if (end < FileHeader.BYTES) {
            throw Corruption.at(place, bytes.length, "it ends too early");
        }
        new FileHeader(KIND, database, number).check(bytes, place);
        if (ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes, 0, end)) {
            throw Corruption.at(place, FileHeader.BYTES, "it has a wrong checksum");
        }
        try (DataInputStream input =
                new DataInputStream(new ByteArrayInputStream(Arrays.copyOfRange(bytes, FileHeader.BYTES, end)))) {
            return read(number, input);
        } catch (IOException e) {
            throw Corruption.at(place, end, "it ends too early");
        }
    }

    private static Manifest read(long number, DataInputStream input) throws IOException {
        long sequence = input.readLong();
        long tick = input.readLong();
        List<Blob> blobs = new ArrayList<>();
        for (int left = input.readInt(); left > 0; left--) {
            blobs.add(readBlob(input));
        }
        return new Manifest(number, sequence, tick, input.available() == 0 ? blobs : withHashes(blobs, input));
    }

    private static List<Blob> withHashes(List<Blob> blobs, DataInputStream input) throws IOException {
        List<Blob> known = new ArrayList<>();
        for (Blob blob : blobs) {
            List<PageReference> pages = new ArrayList<>();
            for (PageReference page : blob.pages()) {
                pages.add(page.with(new PageHash(input.readLong(), input.readLong())));
            }
            known.add(new Blob(blob.name(), blob.header(), pages));
        }
        return known;
    }

    private static Blob readBlob(DataInputStream input) throws IOException {
        String name = input.readUTF();
        byte[] header = input.readNBytes(input.readInt());
        List<PageReference> pages = new ArrayList<>();
        for (int left = input.readInt(); left > 0; left--) {
            pages.add(new PageReference(
                    input.readLong(), input.readLong(), input.readInt(), input.readInt(), PageHash.UNKNOWN));
        }
        return new Blob(name, header, pages);
    }

    static int checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
