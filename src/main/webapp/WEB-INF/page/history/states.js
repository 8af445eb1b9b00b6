/**
 * States (docs/history.md) in addresses and in words. In an address a state is `now`, `time:…`, `change:…` or `before:…` with a
 * change's id, `other:…` with an href, or `revision:…`.
 * @module
 */

import {decoded} from '../dav.js';
import {t, time} from '../texts.js';

/**
 * The state that an address names.
 * @param {string} text
 * @returns {import('../dav/history.js').State}
 */
export function stateOf(text) {
  const [, kind, value] = /^(\w+):(.+)$/s.exec(text ?? '') ?? [];
  switch (kind) {
    case 'revision': return {revision: value};
    case 'time': return {time: value};
    case 'change': return {change: value};
    case 'before': return {change: value, before: true};
    case 'other': return {href: value};
    default: return {now: true};
  }
}

/** A state in words. */
export function stateWords(state) {
  if (state.revision) {
    return t('state.revision', {revision: state.revision});
  }
  if (state.time) {
    return t('state.time', {time: time(state.time)});
  }
  if (state.change) {
    return t(state.before ? 'state.before' : 'state.after');
  }
  return state.href ? decoded(state.href) : t('state.now');
}

/** What a field for a time holds, as the server wants it; empty for none. */
export function fromField(text) {
  return text ? new Date(text).toISOString() : '';
}

/** A time as a field for times holds it: in the reader's zone, to the second. */
export function toField(at) {
  if (!at) {
    return '';
  }
  const when = new Date(at);
  return new Date(when - when.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
