// Which factors help and hinder in each cell, and in which studies: what contradictions follow from.
package org.quoin.synthesis;

import java.util.Arrays;

/// A hash table of numbers: most pairs of a cell and a factor do not occur. The items of a study have to be added
/// together.
final class Directions {
    private static final byte HELPS = 1;
    private static final byte HINDERS = 2;
    private static final byte BOTH = HELPS | HINDERS;
    private static final byte WITHIN = 4;
    private static final byte SEVERAL_STUDIES = 8;
    private static final int FREE = -1;

    private final int factors;
    private long[] keys = new long[1 << 12];
    private int[] lastStudy = new int[keys.length];
    private byte[] ofLastStudy = new byte[keys.length];
    private byte[] found = new byte[keys.length];
    private int filled;

    /// @param factors how many factors there may be
    Directions(int factors) {
        this.factors = factors;
        Arrays.fill(keys, FREE);
    }

    void add(int cell, int factor, int study, boolean helps) {
        if (filled * 2 > keys.length) {
            grow();
        }
        long key = (long) cell * factors + factor;
        int slot = slot(keys, key);
        if (keys[slot] == FREE) {
            keys[slot] = key;
            lastStudy[slot] = study;
            filled++;
        } else if (lastStudy[slot] != study) {
            lastStudy[slot] = study;
            ofLastStudy[slot] = 0;
            found[slot] |= SEVERAL_STUDIES;
        }
        byte direction = helps ? HELPS : HINDERS;
        ofLastStudy[slot] |= direction;
        found[slot] |= direction;
        if (ofLastStudy[slot] == BOTH) {
            found[slot] |= WITHIN;
        }
    }

    /// What a cell's factors say against one another.
    interface Contradiction {
        /// @param within whether a study names a factor as a help and as a hindrance
        /// @param between whether a factor helps in one study and hinders in another
        void in(int cell, boolean within, boolean between);
    }

    void forEach(Contradiction each) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != FREE && (found[slot] & BOTH) == BOTH) {
                // Two studies and both directions: whoever says the one, another one says the other.
                each.in(
                        (int) (keys[slot] / factors),
                        (found[slot] & WITHIN) != 0,
                        (found[slot] & SEVERAL_STUDIES) != 0);
            }
        }
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLast = lastStudy;
        byte[] oldOfLast = ofLastStudy;
        byte[] oldFound = found;
        keys = new long[oldKeys.length * 2];
        Arrays.fill(keys, FREE);
        lastStudy = new int[keys.length];
        ofLastStudy = new byte[keys.length];
        found = new byte[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                lastStudy[slot] = oldLast[i];
                ofLastStudy[slot] = oldOfLast[i];
                found[slot] = oldFound[i];
            }
        }
    }
}
