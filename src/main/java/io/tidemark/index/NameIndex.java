package io.tidemark.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Names, with what is known of what they map. A name is known by its row. */
final class NameIndex implements Closeable {

    static final String NAME = "by-name";
    static final String COLLECTION = "collection";
    static final String CONTENT = "content";
    static final String WORD = "word";

    private static final String ROW = "row";

    /** The order in which names lie in the index, and are told where no other is asked for: that of their rows. */
    static final SortField BY_ROW = new SortField(ROW, SortField.Type.LONG);

    /** Another when other things are kept of names, or otherwise. */
    private static final String FORM = "names 2";

    private static final String MEMBER = "member";
    private static final String INCARNATION = "incarnation";
    private static final String NUMBER = "number";
    private static final String CHANGE = "change";

    private final LuceneIndex index;
    private final Languages languages;

    /**
     * Up to where an index has followed the journal.
     *
     * @param incarnation the life of the store
     * @param number the newest change that it knows
     * @param change that change's hash
     */
    record Position(UUID incarnation, long number, String change) {}

    /** The index in that directory, with the stems of some languages. */
    NameIndex(Path place, Languages languages) throws IOException {
        this.languages = languages;
        this.index = LuceneIndex.open(place, FORM + languages.form(), new Sort(BY_ROW));
    }

    /** Up to where it had followed the journal when it was committed last; empty when it was not whole. */
    Optional<Position> position() {
        Map<String, String> kept = index.committed();
        return kept.containsKey(NUMBER)
                ? Optional.of(new Position(
                        UUID.fromString(kept.get(INCARNATION)),
                        Long.parseLong(kept.get(NUMBER)),
                        kept.getOrDefault(CHANGE, "")))
                : Optional.empty();
    }

    /** Puts what is known on the disk. */
    void commit(Position position) throws IOException {
        Map<String, String> data = new HashMap<>();
        data.put(INCARNATION, position.incarnation().toString());
        data.put(NUMBER, String.valueOf(position.number()));
        data.put(CHANGE, position.change());
        index.commit(data);
    }

    /** Forgets all names. */
    void clear() throws IOException {
        index.writer().deleteAll();
        index.commit(Map.of());
    }

    /** Forgets a name. */
    void remove(long member) throws IOException {
        index.writer().deleteDocuments(key(member));
    }

    /** Adds a name, or what is known of it now. */
    void put(IndexedName name) throws IOException {
        index.writer().updateDocument(key(name.member()), document(name));
    }

    private static Term key(long member) {
        return new Term(MEMBER, String.valueOf(member));
    }

    private Document document(IndexedName name) {
        Document document = new Document();
        document.add(new StringField(MEMBER, String.valueOf(name.member()), Field.Store.NO));
        document.add(new LongPoint(ROW, name.member()));
        document.add(new NumericDocValuesField(ROW, name.member()));
        document.add(new SortedDocValuesField(COLLECTION, bytes(name.collection())));
        document.add(new SortedDocValuesField(NAME, new BytesRef(name.name())));
        WordFields.add(document, WORD, name.name(), languages, false);
        add(NameField.NAME, name.name(), document);
        add(NameField.TYPE, name.type(), document);
        add(NameField.OWNER, name.owner(), document);
        add(NameField.AUTHOR, name.author(), document);
        add(NameField.COMMENT, name.comment(), document);
        name.labels().forEach(label -> add(NameField.LABEL, label, document));
        add(NumberField.CREATED, name.created(), document);
        add(NumberField.MODIFIED, name.modified(), document);
        if (name.length() != null) {
            add(NumberField.LENGTH, name.length(), document);
        }
        if (name.hash() != null) {
            document.add(new LongField(CONTENT, ContentIndex.key(name.hash().bytes()), Field.Store.NO));
        }
        return document;
    }

    private static void add(NameField field, @Nullable String value, Document document) {
        if (value == null || value.isEmpty()) {
            return;
        }
        document.add(new StringField(field.exact(), NameQuery.term(value), Field.Store.NO));
        document.add(
                new StringField(field.caseless(), NameQuery.term(CaseFolding.ofComparisons(value)), Field.Store.NO));
        WordFields.add(
                document, field.grams(), Grams.of(CaseFolding.ofPatterns(value)).iterator());
    }

    private static void add(NumberField field, Instant value, Document document) {
        add(field, value.getEpochSecond(), document);
    }

    private static void add(NumberField field, long value, Document document) {
        document.add(new LongPoint(field.field(), value));
        document.add(new NumericDocValuesField(field.field(), value));
    }

    /** An id as bytes. */
    static BytesRef bytes(UUID id) {
        return new BytesRef(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** The id that bytes are. */
    static UUID id(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /**
     * What a query finds of all that has been written, in some order; in none in particular for none. To be closed. Whoever
     * looks has what was written made findable: most is written long before somebody looks, and rewritten until then.
     */
    NameHits find(NameQuery query, List<NameOrder> orders) throws IOException {
        index.refresh();
        return new NameHits(index.searchers(), query.query(), orders);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
