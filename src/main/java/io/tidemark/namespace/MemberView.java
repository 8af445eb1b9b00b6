package io.tidemark.namespace;

/** A member as a listing shows it: its name, and what is mapped there. */
public record MemberView(long id, String name, ResourceView resource) {}
