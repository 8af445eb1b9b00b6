package io.tidemark.search;

import io.tidemark.index.Phrase;
import io.tidemark.index.Sought;
import io.tidemark.index.Word;
import io.tidemark.index.WordBreaker;
import io.tidemark.kernel.error.DavException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code DAV:contains} looks for (RFC 5323, section 5.16): words, all of them, in any order, each in the name or in the text;
 * those with a star at their end stand for whatever begins so. Words between quotation marks are looked for in a row, in which a
 * star means nothing. Case does not matter.
 */
final class Words {

    private static final Pattern PIECES = Pattern.compile("\"([^\"]*)\"|[^\\s\"]+|\"");
    private static final int MOST = 64;

    private final Set<Sought> sought = new HashSet<>();

    /**
     * Reads words.
     *
     * @throws DavException 422 for none, and for too many
     */
    Words(String text) {
        for (Matcher piece = PIECES.matcher(text); piece.find(); ) {
            add(piece);
        }
        if (sought.isEmpty() || count() > MOST) {
            throw DavException.unprocessable("Between one and " + MOST + " words are looked for.");
        }
    }

    private void add(Matcher piece) {
        String quoted = piece.group(1);
        List<String> parts = WordBreaker.list(quoted == null ? piece.group() : quoted);
        if (quoted != null && parts.size() > 1) {
            sought.add(new Phrase(parts));
            return;
        }
        boolean starred = quoted == null && piece.group().endsWith("*");
        for (int i = 0; i < parts.size(); i++) {
            sought.add(new Word(parts.get(i), starred && i == parts.size() - 1));
        }
    }

    /** All that is looked for. */
    Set<Sought> all() {
        return Set.copyOf(sought);
    }

    /** How many words that are. */
    int count() {
        return sought.stream().mapToInt(one -> one.texts().size()).sum();
    }

    /** Whether all of it has been found. */
    boolean areAmong(Collection<Sought> found) {
        return found.containsAll(sought);
    }
}
