/**
 * The members of a folder, sorted and filtered: kept in order as they come, so that 100,000 of them are never sorted at once.
 * @module
 */

/** How two members compare by a column; folders come first whatever the column. */
function comparison(column, descending, language) {
  const {compare} = new Intl.Collator(language, {numeric: true});
  const by = {
    name: (one, other) => compare(one.name, other.name),
    size: (one, other) => one.size - other.size,
    modified: (one, other) => one.modified - other.modified,
    author: (one, other) => compare(one.author, other.author),
  }[column];
  const sign = descending ? -1 : 1;
  return (one, other) => Number(other.folder) - Number(one.folder)
    || sign * by(one, other) || compare(one.name, other.name) || (one.href < other.href ? -1 : 1);
}

export class Listing {
  #members = new Map();
  #sorted = [];
  #order;
  #filter = '';
  #shown = null;

  constructor(language, column = 'name', descending = false) {
    this.language = language;
    this.sort(column, descending);
  }

  /** How many there are. */
  get size() {
    return this.#members.size;
  }

  /** Those whose names have the filter's text in them, in order. */
  get shown() {
    this.#shown ??= this.#filter
      ? this.#sorted.filter(({name}) => name.toLocaleLowerCase(this.language).includes(this.#filter))
      : this.#sorted;
    return this.#shown;
  }

  /** The member at an href. */
  at(href) {
    return this.#members.get(href);
  }

  /** Orders by a column. */
  sort(column, descending) {
    this.#order = comparison(column, descending, this.language);
    this.#sorted = [...this.#members.values()].sort(this.#order);
    this.#shown = null;
  }

  /** Shows only names with a text in them. */
  filter(text) {
    this.#filter = text.trim().toLocaleLowerCase(this.language);
    this.#shown = null;
  }

  /** Takes in what a page of `sync-collection` says: members that are new or other, and hrefs that are gone. */
  apply(changed, removed) {
    const gone = new Set(removed);
    changed.forEach(({href}) => this.#members.has(href) && gone.add(href));
    if (gone.size > 0) {
      this.#sorted = this.#sorted.filter(({href}) => !gone.has(href));
      removed.forEach(href => this.#members.delete(href));
    }
    changed.forEach(member => this.#members.set(member.href, member));
    this.#sorted = merged(this.#sorted, [...changed].sort(this.#order), this.#order);
    this.#shown = null;
  }
}

function merged(one, other, order) {
  if (one.length === 0 || other.length === 0) {
    return one.length === 0 ? other : one;
  }
  const all = [];
  let i = 0;
  for (const member of other) {
    while (i < one.length && order(one[i], member) < 0) {
      all.push(one[i++]);
    }
    all.push(member);
  }
  while (i < one.length) {
    all.push(one[i++]);
  }
  return all;
}
