/**
 * Who holds what, and how the server is (docs/protocol.md, Who holds what): one's own, to administrators everybody's.
 * @module
 */

import {headerValue} from './history.js';
import {ask, send} from './http.js';
import {body, child, children, element, textAt} from './xml.js';

const PRINCIPALS = '/principals/';

/** Asks a report for a page of a list. */
async function list(report, item, read, {user, after, limit = 200, signal} = {}) {
  const asked = `<D:limit>${element('D:nresults', limit)}</D:limit>` + (user ? element('T:user', user) : '')
    + (after ? element('T:after', after) : '');
  const root = await ask('REPORT', PRINCIPALS, {body: body(report, asked), signal});
  return {items: children(root, item).map(read), next: textAt(root, 'T:next')};
}

/**
 * Locks.
 * @param {{user?: string, after?: string, limit?: number, signal?: AbortSignal}} [options] user: whose alone; after: `next` of
 *     the page before
 * @returns {Promise<{items: {href: string, user: string, created: string, expires: string, deep: boolean, token: string}[],
 *     next: string}>}
 */
export function locks(options) {
  return list('T:locks', 'T:lock', found => ({
    href: textAt(found, 'D:href'),
    user: textAt(found, 'T:user'),
    created: textAt(found, 'T:created'),
    expires: textAt(found, 'T:expires'),
    deep: textAt(found, 'D:depth') === 'infinity',
    token: textAt(found, 'D:locktoken', 'D:href'),
  }), options);
}

/** Checkouts: `href` is where they will show, `working` what is worked on. Options and answer as for locks. */
export function checkouts(options) {
  return list('T:checkouts', 'T:checkout', found => ({
    href: textAt(found, 'D:href'),
    user: textAt(found, 'T:user'),
    comment: textAt(found, 'D:comment'),
    created: textAt(found, 'T:created'),
    revision: textAt(found, 'D:revisionid'),
    working: textAt(found, 'D:workingcopy', 'D:href'),
  }), options);
}

/** App passwords, those of signed-in browsers among them. Options and answer as for locks. */
export function appPasswords(options) {
  return list('T:app-passwords', 'T:app-password', found => ({
    href: textAt(found, 'D:location', 'D:href'),
    user: textAt(found, 'T:user'),
    name: textAt(found, 'T:name'),
    created: textAt(found, 'T:created'),
    expires: textAt(found, 'T:expires'),
    used: textAt(found, 'T:last-used'),
    readOnly: child(found, 'T:read-only') !== undefined,
    session: child(found, 'T:session') !== undefined,
    path: textAt(found, 'D:href'),
  }), options);
}

/** What goes into the audit log. */
const because = reason => (reason ? {'Tidemark-Reason': headerValue(reason)} : {});

/** Ends a lock. */
export async function endLock({href, token}, reason) {
  await send('UNLOCK', href, {headers: {'Lock-Token': `<${token}>`, ...because(reason)}});
}

/** Ends a checkout; what was changed in the working copy is lost. */
export async function endCheckout({working}, reason) {
  await send('UNCHECKOUT', working, {headers: because(reason)});
}

/** Revokes an app password. */
export async function revoke({href}, reason) {
  await send('DELETE', href, {headers: because(reason)});
}

/**
 * How the server is, for administrators. Times are empty where they are not known.
 * @returns {Promise<{version: string, schema: string, waiting: string, history: string, indexed: string}>}
 */
export async function server({signal} = {}) {
  const root = await ask('REPORT', PRINCIPALS, {body: body('T:server'), signal});
  return {
    version: textAt(root, 'T:version'),
    schema: textAt(root, 'T:schema'),
    waiting: textAt(root, 'T:unnumbered-since'),
    history: textAt(root, 'T:history-since'),
    indexed: textAt(root, 'T:indexed-until'),
  };
}
