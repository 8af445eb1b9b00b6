/**
 * Files and folders as plain objects.
 * @module
 */

import {child, children, nameOf, textAt} from './xml.js';

/** What a row of a folder shows, and no more: a folder of 100,000 members asks for it 100,000 times. */
export const SHOWN = [
  'D:resourcetype', 'D:getcontentlength', 'D:getlastmodified', 'D:getcontenttype', 'D:author', 'D:owner',
  'D:lockdiscovery', 'D:isversioned', 'D:revisionid', 'D:checked-out',
];

/**
 * @typedef {object} Member
 * @property {string} href as the server writes it, percent-encoded
 * @property {string} name
 * @property {boolean} folder
 * @property {number} size bytes; 0 of a folder
 * @property {number} modified milliseconds since 1970
 * @property {string} type media type
 * @property {string} author who changed it last, as far as the server keeps that, else whose it is
 * @property {string} lockedBy whose lock is on it, as the lock says; empty for none
 * @property {boolean} versioned
 * @property {string} revision the id of the revision that is shown
 * @property {boolean} checkedOut
 */

/**
 * A response of a multistatus as a member.
 * @returns {Member}
 */
export function member({href, properties}) {
  const text = name => properties[name]?.textContent.trim() ?? '';
  return {
    href,
    name: nameOfHref(href),
    folder: child(properties['D:resourcetype'], 'D:collection') !== undefined,
    size: Number(text('D:getcontentlength')) || 0,
    modified: Date.parse(text('D:getlastmodified')) || 0,
    type: text('D:getcontenttype'),
    author: text('D:author') || nameOfHref(text('D:owner')),
    lockedBy: locks(properties['D:lockdiscovery'])[0]?.owner ?? '',
    versioned: text('D:isversioned') === '1',
    revision: text('D:revisionid'),
    checkedOut: properties['D:checked-out'] !== undefined,
  };
}

/**
 * The locks that `lockdiscovery` tells of.
 * @returns {{token: string, owner: string, root: string, deep: boolean, shared: boolean, timeout: string}[]}
 */
export function locks(lockdiscovery) {
  return children(lockdiscovery, 'D:activelock').map(lock => ({
    token: textAt(lock, 'D:locktoken', 'D:href'),
    owner: textAt(lock, 'D:owner') || '?',
    root: textAt(lock, 'D:lockroot', 'D:href'),
    deep: textAt(lock, 'D:depth') === 'infinity',
    shared: child(child(lock, 'D:lockscope'), 'D:shared') !== undefined,
    timeout: textAt(lock, 'D:timeout'),
  }));
}

/** The last name in an href, for people. */
export function nameOfHref(href) {
  return decoded(href.replace(/\/+$/, '').split('/').pop() ?? '');
}

/** A percent-encoded text for people. */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The href of a name in a folder. */
export function hrefIn(folder, name, isFolder = false) {
  return folder + encodeURIComponent(name) + (isFolder ? '/' : '');
}

/** The folder that an href is in. */
export function parentOf(href) {
  return href.replace(/\/+$/, '').replace(/[^/]*$/, '');
}

/** An element as text for people: what is nested in it by name, if it has no text of its own. */
export function readable(element) {
  if (element.children.length === 0) {
    return element.textContent;
  }
  return [...element.children]
    .map(inner => (inner.children.length === 0 && inner.textContent ? inner.textContent : nameOf(inner).replace(/^[DT]:/, '')
      + (inner.children.length ? ` (${readable(inner)})` : '')))
    .join(', ');
}
