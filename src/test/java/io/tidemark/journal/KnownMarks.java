package io.tidemark.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A numbered tree in the memory, for tests. Each resource is a letter, a collection a capital one; a member is written as
 * {@code number:collection/resource}.
 */
final class KnownMarks extends MarkRepository {
    private final Map<Long, MappedMember> marked = new TreeMap<>();
    private final Map<Long, MappedMember> unmarked = new TreeMap<>();
    private final List<MappedMember> former = new ArrayList<>();
    private final Set<Long> choosing = new HashSet<>();
    private final Set<UUID> boundaries = new HashSet<>();

    final Map<Long, MemberMark> written = new TreeMap<>();
    final Set<Long> inserted = new HashSet<>();
    final List<NumberedMappingHistory> ended = new ArrayList<>();
    final List<UUID> endedSubtrees = new ArrayList<>();
    final List<MemberChange> told = new ArrayList<>();
    final Map<UUID, Long> raised = new HashMap<>();
    final Map<UUID, Long> purged = new HashMap<>();

    /** A tree of some members, each of which was mapped by change 1. */
    KnownMarks(String members) {
        members(members).forEach(member -> marked.put(member.id(), member));
    }

    KnownMarks unmarked(String members) {
        members(members)
                .forEach(member ->
                        unmarked.put(member.id(), new MappedMember(member.id(), member.collectionId(), null, 0)));
        return this;
    }

    KnownMarks formerly(String members) {
        former.addAll(members(members));
        return this;
    }

    KnownMarks boundaries(String letters) {
        letters.chars().forEach(letter -> boundaries.add(id(letter)));
        return this;
    }

    KnownMarks choosing(String numbers) {
        words(numbers).forEach(number -> choosing.add(Long.valueOf(number)));
        return this;
    }

    static UUID id(int letter) {
        return new UUID(0, letter);
    }

    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static List<MappedMember> members(String text) {
        return words(text).stream()
                .map(word -> new MappedMember(
                        Long.parseLong(word.substring(0, word.indexOf(':'))),
                        id(word.charAt(word.indexOf(':') + 1)),
                        id(word.charAt(word.indexOf('/') + 1)),
                        1))
                .toList();
    }

    /** What a letter stands for, with a number: {@code A=3 B=4}. */
    static String shown(Map<UUID, Long> marks) {
        return new TreeMap<>(marks)
                .entrySet().stream()
                        .map(mark -> (char) mark.getKey().getLeastSignificantBits() + "=" + mark.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** Members with the newest change to each and below it: {@code 1:0/4 2:4/0}. */
    static String shown(Collection<MemberMark> members) {
        return members.stream()
                .sorted((one, other) -> Long.compare(one.memberId(), other.memberId()))
                .map(mark -> mark.memberId() + ":" + mark.number() + "/" + mark.below())
                .collect(Collectors.joining(" "));
    }

    @Override
    Map<UUID, Long> collectionsAmong(Map<UUID, Long> resources) {
        return resources.entrySet().stream()
                .filter(resource ->
                        Character.isUpperCase((char) resource.getKey().getLeastSignificantBits()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    List<MappedMember> marked(Collection<Long> ids) {
        return marked.values().stream()
                .filter(member -> ids.contains(member.id()))
                .toList();
    }

    @Override
    List<MappedMember> unmarked(Collection<Long> ids) {
        return unmarked.values().stream()
                .filter(member -> ids.contains(member.id()))
                .toList();
    }

    @Override
    List<MappedMember> mapping(Collection<UUID> resources) {
        return among(marked.values(), resources);
    }

    @Override
    List<MappedMember> formerlyMapping(Collection<UUID> resources) {
        return among(former, resources);
    }

    private static List<MappedMember> among(Collection<MappedMember> members, Collection<UUID> resources) {
        return new ArrayList<>(members.stream()
                .filter(member -> resources.contains(member.resourceId()))
                .toList());
    }

    @Override
    Set<Long> choosing(Collection<Long> members) {
        return members.stream().filter(choosing::contains).collect(Collectors.toSet());
    }

    @Override
    Set<UUID> boundariesAmong(Collection<UUID> collections) {
        return collections.stream().filter(boundaries::contains).collect(Collectors.toSet());
    }

    @Override
    void write(Collection<MemberMark> marks, Set<Long> withoutMarks) {
        marks.forEach(mark -> written.put(mark.memberId(), mark));
        inserted.addAll(withoutMarks);
    }

    @Override
    void end(List<NumberedMappingHistory> mappings) {
        ended.addAll(mappings);
    }

    @Override
    void endSubtrees(List<NumberedMappingHistory> subtrees, Map<Long, MemberMark> members) {
        subtrees.forEach(mapping -> endedSubtrees.add(mapping.resourceId()));
    }

    @Override
    void tell(List<MemberChange> changes) {
        told.addAll(changes);
    }

    @Override
    void forgetChanges(Collection<UUID> collections, Collection<Long> numbers) {
        // The marks that are raised say where.
    }

    @Override
    void raiseCollections(Map<UUID, Long> marks, Map<Long, byte[]> links) {
        raised.putAll(marks);
    }

    @Override
    void raisePurged(Map<UUID, Long> marks, Map<Long, byte[]> links) {
        purged.putAll(marks);
    }
}
