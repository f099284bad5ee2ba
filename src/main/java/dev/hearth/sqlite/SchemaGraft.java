package dev.hearth.sqlite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Puts the first pages of a sound file, which say what tables there are and where, into the copy
/// of one whose own are damaged. Where both were made by the same statements in the same order the
/// tables begin at the same pages, so what is in the damaged file can be read again. Stateless.
public final class SchemaGraft {
    private static final int FILE_HEADER = 100;
    private static final int PAGE_COUNT = 28;
    private static final int FREE_PAGES = 32;
    private static final int INTERIOR = 5;
    private static final int CELLS = 12;

    private SchemaGraft() {}

    /// @param damaged stays as it is; what is in its write-ahead log is not looked at
    /// @param sound has the same tables, and nobody has it open
    /// @param target is replaced
    public static void copy(Path damaged, Path sound, Path target) throws IOException {
        DatabaseFiles.delete(target);
        Files.copy(damaged, target);
        try (RandomAccessFile from = new RandomAccessFile(sound.toFile(), "r");
                RandomAccessFile to = new RandomAccessFile(target.toFile(), "rw")) {
            from.seek(16);
            int size = from.readUnsignedShort();
            byte[] first = page(from, size, 1);
            for (int number : schemaPages(first)) {
                byte[] page = number == 1 ? first : page(from, size, number);
                to.seek((number - 1L) * size);
                to.write(page);
            }
            to.seek(PAGE_COUNT);
            to.writeInt((int) (to.length() / size));
            to.seek(FREE_PAGES);
            to.writeLong(0);
        }
    }

    private static byte[] page(RandomAccessFile file, int size, int number) throws IOException {
        byte[] page = new byte[size];
        file.seek((number - 1L) * size);
        file.readFully(page);
        return page;
    }

    /// The first page, and those below it: the list of tables is never deeper.
    private static List<Integer> schemaPages(byte[] first) {
        List<Integer> pages = new ArrayList<>(List.of(1));
        if (first[FILE_HEADER] == INTERIOR) {
            int cells = number(first, FILE_HEADER + 3, 2);
            for (int i = 0; i < cells; i++) {
                int cell = number(first, FILE_HEADER + CELLS + 2 * i, 2);
                pages.add(number(first, cell, 4));
            }
            pages.add(number(first, FILE_HEADER + 8, 4));
        }
        return pages;
    }

    private static int number(byte[] page, int at, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = (number << 8) | (page[at + i] & 0xFF);
        }
        return number;
    }
}
