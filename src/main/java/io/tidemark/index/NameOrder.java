package io.tidemark.index;

import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/**
 * In which order names are told. What has no number comes before what has one, as if that were lower than all.
 *
 * @param number by which number; null for by name
 */
public record NameOrder(@Nullable NumberField number, boolean ascending) {

    SortField field() {
        if (number == null) {
            return new SortField(NameIndex.NAME, SortField.Type.STRING, !ascending);
        }
        SortField field = new SortField(number.field(), SortField.Type.LONG, !ascending);
        field.setMissingValue(Long.MIN_VALUE);
        return field;
    }
}
