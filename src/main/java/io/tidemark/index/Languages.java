package io.tidemark.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The languages whose words are known by their stems, too, as the setting says; none unless told. */
@ApplicationScoped
public class Languages {

    private static final String SETTING = "tidemark.search.languages";

    private final Set<Language> languages;

    /** None. */
    public Languages() {
        this(Optional.empty());
    }

    /**
     * Those of a setting.
     *
     * @param names their names in two letters, separated by commas
     * @throws IllegalArgumentException for one of which no stems are known
     */
    @Inject
    public Languages(@ConfigProperty(name = SETTING) Optional<String> names) {
        EnumSet<Language> found = EnumSet.noneOf(Language.class);
        for (String name : names.orElse("").split(",", -1)) {
            if (!name.isBlank()) {
                found.add(language(name.strip()));
            }
        }
        languages = found;
    }

    private static Language language(String name) {
        return Arrays.stream(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(SETTING + " is of "
                        + Arrays.stream(Language.values()).map(Languages::name).toList() + ", not of " + name));
    }

    private static String name(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    /** All of them. */
    Set<Language> all() {
        return languages;
    }

    /** Says of an index for which languages it is. */
    String form() {
        return languages.stream().map(language -> ' ' + name(language)).collect(Collectors.joining());
    }

    /** The field in which the stems of a language are, of the words that are in another one. */
    static String field(String words, Language language) {
        return words + '~' + name(language);
    }

    /** The stems of a word. */
    Map<Language, String> stems(String word) {
        Map<Language, String> stems = new EnumMap<>(Language.class);
        languages.forEach(language -> stems.put(language, language.stemmer().stem(word)));
        return stems;
    }

    /** Which of the things that are looked for are in a name, or another short text. */
    public Set<Sought> in(String text, Collection<Sought> sought) {
        Set<Sought> found = new HashSet<>();
        if (sought.isEmpty()) {
            return found;
        }
        List<String> words = WordBreaker.list(text);
        for (Sought one : sought) {
            if (one instanceof Word word ? has(words, word) : hasInARow(words, one.texts())) {
                found.add(one);
            }
        }
        return found;
    }

    private boolean has(List<String> words, Word sought) {
        if (sought.beginning()) {
            return words.stream().anyMatch(word -> word.startsWith(sought.text()));
        }
        return words.contains(sought.text())
                || languages.stream().map(Language::stemmer).anyMatch(stemmer -> {
                    String stem = stemmer.stem(sought.text());
                    return words.stream().anyMatch(word -> stemmer.stem(word).equals(stem));
                });
    }

    private static boolean hasInARow(List<String> words, List<String> sought) {
        return Collections.indexOfSubList(words, sought) >= 0;
    }
}
