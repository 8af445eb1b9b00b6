/**
 * History (docs/history.md): what happened, what differs, and how to go back. The revisions of one file are in `revisions.js`.
 * @module
 */

import {ask, change} from './http.js';
import {member, SHOWN} from './members.js';
import {body, child, children, element, escaped, multistatus, prop, textAt} from './xml.js';

/**
 * A state of a file or folder: as it was at a time, right after or before a change, as a revision, as another is now, or now.
 * @typedef {{time: string} | {change: string, before?: boolean} | {revision: string} | {href: string} | {now: true}} State
 */

/** @param {State} state */
function stateXml(state) {
  if (state.time) {
    return element('T:time', state.time);
  }
  if (state.change) {
    return state.before ? `<T:change before="1">${escaped(state.change)}</T:change>` : element('T:change', state.change);
  }
  if (state.revision) {
    return element('D:revisionid', state.revision);
  }
  return state.href ? element('D:href', state.href) : '<T:now/>';
}

const limitXml = limit => (limit ? `<D:limit>${element('D:nresults', limit)}</D:limit>` : '');

function item(found) {
  return {
    href: textAt(found, 'D:href'),
    what: children(found, 'T:what').map(what => what.textContent),
    from: textAt(found, 'T:from', 'D:href'),
    revision: textAt(found, 'D:revisionid'),
    folder: child(child(found, 'D:resourcetype'), 'D:collection') !== undefined,
  };
}

/**
 * Who did what, newest first.
 * @param {string} href a file or a folder
 * @param {{limit?: number, before?: string, after?: State, until?: State, authors?: string[], level?: '1'|'infinite',
 *     signal?: AbortSignal}} [options] before: `next` of the page before
 * @returns {Promise<{changes: {id: string, author: string, time: string, comment: string, items: object[], further: number}[],
 *     next: string}>}
 */
export async function changes(href, {limit, before, after, until, authors = [], level, signal} = {}) {
  const asked = limitXml(limit)
    + (before ? element('T:before', before) : '')
    + (after ? `<T:after>${stateXml(after)}</T:after>` : '')
    + (until ? `<T:until>${stateXml(until)}</T:until>` : '')
    + authors.map(author => element('T:author', author)).join('')
    + (level ? element('T:level', level) : '');
  const root = await ask('REPORT', href, {body: body('T:changes', asked), signal});
  return {
    changes: children(root, 'T:change').map(found => ({
      id: textAt(found, 'T:id'),
      author: textAt(found, 'T:author'),
      time: textAt(found, 'T:time'),
      comment: textAt(found, 'D:revisioncomment'),
      items: children(found, 'T:item').map(item),
      further: Number(textAt(found, 'T:more-items')) || 0,
    })),
    next: textAt(root, 'T:next'),
  };
}

/**
 * What differs between two states.
 * @param {{from: State, to: State, limit?: number, after?: string, signal?: AbortSignal}} options after: `next` of the page before
 */
export async function compare(href, {from, to, limit, after, signal}) {
  const asked = `<T:from>${stateXml(from)}</T:from><T:to>${stateXml(to)}</T:to>` + limitXml(limit)
    + (after ? element('T:after', after) : '') + prop(['D:resourcetype', 'D:getcontenttype']);
  const root = await ask('REPORT', href, {body: body('T:compare', asked), signal});
  const side = found => found && {
    revision: textAt(found, 'D:revisionid'),
    tag: textAt(found, 'D:getetag'),
    size: Number(textAt(found, 'D:getcontentlength')) || 0,
    kept: child(found, 'T:content-not-kept') === undefined,
  };
  return {
    differences: multistatus(root).responses
      .filter(({properties}) => properties['T:difference'])
      .map(({href: where, properties}) => ({
        href: where,
        difference: properties['T:difference'].textContent,
        from: textAt(properties['T:from'], 'D:href'),
        old: side(properties['T:old']),
        new: side(properties['T:new']),
        type: properties['D:getcontenttype']?.textContent ?? '',
        folder: child(properties['D:resourcetype'], 'D:collection') !== undefined,
      })),
    next: textAt(root, 'T:next'),
  };
}

function restored(root) {
  const number = name => Number(textAt(root, name)) || 0;
  return {
    added: number('T:added'),
    removed: number('T:removed'),
    modified: number('T:modified'),
    moved: number('T:moved'),
    items: children(root, 'T:item').map(item),
    skipped: children(child(root, 'T:skipped'), 'D:href').map(href => href.textContent),
    change: textAt(root, 'T:change'),
  };
}

/**
 * Brings a folder, or some of its members, back to what it was.
 * @param {{to: State, preview?: boolean, skip?: boolean, hrefs?: string[]}} options
 */
export async function restore(href, {to, preview = false, skip = false, hrefs = []}) {
  const asked = `<T:to>${stateXml(to)}</T:to>` + (preview ? '<T:preview/>' : '') + (skip ? '<T:skip/>' : '')
    + hrefs.map(one => element('D:href', one)).join('');
  return restored(await ask('POST', href, {body: body('T:restore', asked)}));
}

/** Takes one change back, at a folder above all that it touched. */
export async function undo(href, change, {preview = false, override = false} = {}) {
  return restored(await ask('POST', href, {
    headers: override ? {'Override-Checkin': 'Yes'} : {},
    body: body('T:undo', element('T:change', change) + (preview ? '<T:preview/>' : '')),
  }));
}

/** Makes a revision of a file the newest one. */
export async function restoreFile(href, revision) {
  await change('COPY', href, {headers: {Destination: href, 'Revision-Id': headerValue(revision)}});
}

/** A revision, label or branch as a header holds it. */
export function headerValue(text) {
  return text.replace(/[^ -$&-~]/gu, encodeURIComponent);
}

/**
 * The members of a folder as they were at a time.
 * @param {string} time RFC 3339
 * @returns {Promise<(import('./members.js').Member & {revisionUrl: string})[]>}
 */
export async function membersAt(href, time, {signal} = {}) {
  const root = await ask('PROPFIND', href, {
    headers: {Depth: '1', 'Revision-Id': `Time(${time})`, Prefer: 'depth-noroot'},
    body: body('D:propfind', prop([...SHOWN, 'D:revisionurl'])),
    signal,
  });
  return multistatus(root).responses
    .filter(({status}) => status === 200)
    .map(found => ({...member(found), revisionUrl: found.properties['D:revisionurl']?.textContent.trim() ?? ''}));
}
