package io.tidemark.seer;

import java.util.ArrayList;
import java.util.List;

/**
 * Questions about many URLs.
 *
 * @param always those that are asked about each
 * @param ways those that ask nearly the same in many ways: each is asked about every third URL, one third of them about this
 *     one, the next third about the next
 */
record Inquiry(List<Question> always, List<Question> ways) {
    private static final int SHARES = 3;

    /** The questions about the URL of that number. */
    List<Question> about(int url) {
        List<Question> questions = new ArrayList<>(always);
        for (int way = 0; way < ways.size(); way++) {
            if ((way + url) % SHARES == 0) {
                questions.add(ways.get(way));
            }
        }
        return questions;
    }
}
