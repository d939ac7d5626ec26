// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks all by turns, a block of questions each, so that what else the machine does hits all alike.
 *
 * @param block questions of a turn
 * @param blocks that count; one more comes before them, for what is compiled and read at first
 */
record Turns(int block, int blocks) {

    /** Questions that do not count come first. */
    int first() {
        return block;
    }

    /** All questions, those that do not count included. */
    int questions() {
        return block * (blocks + 1);
    }

    /**
     * Asks.
     *
     * @param progress gets a line for each turn
     */
    List<ScanFigures> ask(List<Scan> scans, TrueNeighbours truth, Consumer<String> progress)
            throws IOException {
        List<Scan.Answer[]> answers = new ArrayList<>();
        scans.forEach(scan -> answers.add(new Scan.Answer[block * blocks]));
        for (int turn = 0; turn <= blocks; turn++) {
            progress.accept("turn " + turn + " of " + blocks);
            for (int i = 0; i < scans.size(); i++) {
                Scan.Answer[] next = scans.get(i).ask(turn * block, block);
                if (turn > 0) {
                    System.arraycopy(next, 0, answers.get(i), (turn - 1) * block, block);
                }
            }
        }
        List<ScanFigures> figures = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            figures.add(ScanFigures.of(scans.get(i).name(), first(), answers.get(i), truth));
        }
        return figures;
    }
}
