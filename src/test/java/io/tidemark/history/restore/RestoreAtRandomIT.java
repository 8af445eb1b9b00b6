package io.tidemark.history.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Answer;
import io.tidemark.history.restore.RandomTree.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A tree is written at random, and let be what it was at one time or another. It is that then, whatever stands in the way; a preview
 * has said so and changed nothing; and the restore can be taken back, as any change. The seeds have each found a fault.
 */
@ArquillianTest
@RunAsClient
class RestoreAtRandomIT {

    private static final int STEPS = 12;
    private static final Pattern NUMBERS = Pattern.compile("<T:(added|removed|modified|moved)>\\d+<");

    /** What the tree was, and the change that made it so. */
    private final List<Map<String, Entry>> snapshots = new ArrayList<>();

    private final List<String> changes = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 14, 28, 35})
    void isWhatItWas(int seed) {
        Random random = new Random(seed);
        RandomTree tree = new RandomTree("/files/restored-at-random-" + seed + "/", random);
        note(tree);
        for (int step = 0; step < STEPS; step++) {
            for (int write = random.nextInt(7); write >= 0; write--) {
                if (tree.write()) {
                    note(tree);
                }
            }
            int then = random.nextInt(changes.size());
            restore(tree, "<change>" + changes.get(then) + "</change>", snapshots.get(then));
            assertThat(tree.differsSince(changes.get(then))).isFalse();
            if (random.nextBoolean()) {
                undoNewest(tree);
            }
        }
    }

    private void note(RandomTree tree) {
        String newest = tree.newestChange();
        if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(newest)) {
            changes.add(newest);
            snapshots.add(tree.snapshot());
        }
    }

    private void restore(RandomTree tree, String state, Map<String, Entry> then) {
        Map<String, Entry> now = tree.snapshot();
        String previewed = numbers(tree.post(restoring(state, "<preview/>")).expect(200));
        assertThat(tree.snapshot()).isEqualTo(now);
        String restored = numbers(tree.post(restoring(state, "")).expect(200));
        assertThat(restored).isEqualTo(previewed);
        assertThat(tree.snapshot()).isEqualTo(then);
        note(tree);
    }

    private static String restoring(String state, String more) {
        return "<restore xmlns='urn:tidemark:dav'><to>" + state + "</to>" + more + "</restore>";
    }

    private void undoNewest(RandomTree tree) {
        int newest = changes.size() - 1;
        if (newest == 0) {
            return;
        }
        tree.post("<undo xmlns='urn:tidemark:dav'><change>" + changes.get(newest) + "</change></undo>")
                .expect(200);
        assertThat(tree.snapshot()).isEqualTo(snapshots.get(newest - 1));
        note(tree);
    }

    private static String numbers(Answer answer) {
        return String.join(
                " ",
                NUMBERS.matcher(answer.text())
                        .results()
                        .map(found -> found.group())
                        .toList());
    }
}
