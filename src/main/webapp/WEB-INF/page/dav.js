/**
 * What the page asks the server, each a function that answers plain objects: the public protocol of docs/protocol.md and nothing
 * else, so that this is also an example of how to speak it. What concerns history is in `dav/history.js`.
 * @module
 */

import {ask, change, put, send} from './dav/http.js';
import {SHOWN, hrefIn, locks, member, nameOfHref, readable} from './dav/members.js';
import {condition} from './dav/query.js';
import {body, child, children, element, escaped, multistatus, prop, textAt} from './dav/xml.js';

export {DavError, signedOut} from './dav/http.js';
export {decoded, hrefIn, nameOfHref, parentOf} from './dav/members.js';

/** Where the files are. */
export const FILES = '/files/';

/** Signs in: from now on this browser's requests are the user's. */
export async function signIn(credentials) {
  await send('POST', '/ui/session', {
    headers: {'Content-Type': 'application/json'}, body: JSON.stringify(credentials), quiet: true,
  });
}

/** Signs out. */
export async function signOut() {
  await send('DELETE', '/ui/session', {quiet: true});
}

/**
 * Who we are, and whether we administer the server.
 * @returns {Promise<{name: string, href: string, admin: boolean}>}
 */
export async function whoAmI() {
  const root = await ask('REPORT', '/principals/', {
    headers: {Depth: '0'}, body: body('D:principal-match', `<D:self/>${prop(['D:resourcetype'])}`), quiet: true,
  });
  const own = multistatus(root).responses.map(({href}) => href);
  const href = own.find(one => one.startsWith('/principals/users/')) ?? '';
  return {name: nameOfHref(href), href, admin: own.includes('/principals/groups/admin')};
}

/**
 * What is known of a folder itself.
 * @returns {Promise<{href: string, folder: boolean, may: Set<string>, versioned: boolean, free: number, used: number}>}
 */
export async function folder(href, {signal} = {}) {
  const root = await ask('PROPFIND', href, {
    headers: {Depth: '0'},
    body: body('D:propfind', prop([
      'D:resourcetype', 'D:isversioned', 'D:current-user-privilege-set', 'D:quota-available-bytes', 'D:quota-used-bytes'])),
    signal,
  });
  const found = multistatus(root).responses[0];
  const number = name => Number(found.properties[name]?.textContent ?? NaN);
  return {
    href: found.href,
    folder: child(found.properties['D:resourcetype'], 'D:collection') !== undefined,
    may: new Set(children(found.properties['D:current-user-privilege-set'], 'D:privilege')
      .map(privilege => privilege.children[0]?.localName)),
    versioned: found.properties['D:isversioned']?.textContent === '1',
    free: number('D:quota-available-bytes'),
    used: number('D:quota-used-bytes'),
  };
}

/**
 * What has changed among a folder's members since a token, or all of them (RFC 6578).
 * @param {string} href
 * @param {{token?: string, limit?: number, wait?: number, signal?: AbortSignal}} [options]
 *     wait: for so many seconds the server may wait until something has changed
 * @returns {Promise<{changed: import('./dav/members.js').Member[], removed: string[], token: string, more: boolean}>}
 */
export async function members(href, {token = '', limit, wait, signal} = {}) {
  const asked = element('D:sync-token', token) + element('D:sync-level', 1)
    + (limit ? `<D:limit>${element('D:nresults', limit)}</D:limit>` : '') + prop(SHOWN);
  const root = await ask('REPORT', href, {
    headers: wait ? {Prefer: `wait=${wait}`} : {}, body: body('D:sync-collection', asked), signal,
  });
  const answer = multistatus(root);
  return {
    changed: answer.responses.filter(({status}) => status === 200).map(member),
    removed: answer.responses.filter(({status}) => status === 404).map(({href: gone}) => gone),
    token: answer.token,
    more: answer.responses.some(({status}) => status === 507),
  };
}

/**
 * What was deleted in a folder and can be had back.
 * @returns {Promise<(import('./dav/members.js').Member & {revisionUrl: string})[]>}
 */
export async function deleted(href, {signal} = {}) {
  const root = await ask('PROPFIND', href, {
    headers: {Depth: '1', 'Show-Deleted': 'O', Prefer: 'depth-noroot'},
    body: body('D:propfind', prop([...SHOWN, 'D:isdeleted', 'D:revisionurl'])),
    signal,
  });
  return multistatus(root).responses
    .filter(({properties}) => properties['D:isdeleted']?.textContent === '1')
    .map(found => ({...member(found), revisionUrl: found.properties['D:revisionurl']?.textContent.trim() ?? ''}));
}

/** Has something deleted back under a name (docs/versioning.md). */
export async function undelete(folderHref, name, revisionUrl) {
  await change('MKREF', hrefIn(folderHref, name), {headers: {'Ref-Target': revisionUrl, Overwrite: 'F'}});
}

/**
 * All properties of one file or folder.
 * @returns {Promise<{name: string, namespace: string, text: string}[]>}
 */
export async function properties(href, {signal} = {}) {
  const root = await ask('PROPFIND', href, {
    headers: {Depth: '0'}, body: body('D:propfind', '<D:allprop/>'), signal,
  });
  return Object.values(multistatus(root).responses[0].properties)
    .map(found => ({name: found.localName, namespace: found.namespaceURI ?? '', text: readable(found)}));
}

/**
 * Stores a file; unless `overwrite`, only where nothing has its name.
 * @param {string} href
 * @param {Blob} file
 * @param {{overwrite?: boolean, signal?: AbortSignal, progress?: (sent: number) => void}} [options]
 */
export async function upload(href, file, {overwrite = false, ...rest} = {}) {
  await put(href, file, {headers: overwrite ? {} : {'If-None-Match': '*'}, ...rest});
}

/** A folder with all that is in it, as a zip file; the browser keeps it on its disk where it is large. */
export async function archive(href, {signal} = {}) {
  const answer = await send('GET', href, {headers: {Accept: 'application/zip'}, signal});
  return answer.blob();
}

/** Makes a folder. */
export async function makeFolder(href, {signal} = {}) {
  await change('MKCOL', href, {signal});
}

/** Moves or renames; nothing is overwritten unless asked. */
export async function move(href, destination, {overwrite = false, signal} = {}) {
  await change('MOVE', href, {headers: {Destination: destination, Overwrite: overwrite ? 'T' : 'F'}, signal});
}

/** Copies, a folder with all that is in it; nothing is overwritten unless asked. */
export async function copy(href, destination, {overwrite = false, signal} = {}) {
  await change('COPY', href, {headers: {Destination: destination, Overwrite: overwrite ? 'T' : 'F'}, signal});
}

/** Deletes, a folder with all that is in it. */
export async function remove(href, {signal} = {}) {
  await change('DELETE', href, {signal});
}

/** Puts something under version control; of a folder, all that is in it. */
export async function putUnderVersionControl(href) {
  await change('VERSION', href, {});
}

/**
 * Locks a file or a folder for oneself, so that nobody else changes it.
 * @param {string} owner what others see
 * @returns {Promise<string>} the token
 */
export async function lock(href, owner, {timeout = 'Second-3600'} = {}) {
  const asked = '<D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype>' + element('D:owner', owner);
  const answer = await send('LOCK', href, {headers: {Timeout: timeout}, body: body('D:lockinfo', asked)});
  return answer.headers.get('Lock-Token') ?? '';
}

/** Takes a lock away. */
export async function unlock(href, token) {
  await change('UNLOCK', href, {headers: {'Lock-Token': `<${token.replace(/[<>]/g, '')}>`}});
}

/** The locks at a file or folder. */
export async function locksAt(href) {
  const root = await ask('PROPFIND', href, {headers: {Depth: '0'}, body: body('D:propfind', prop(['D:lockdiscovery']))});
  return locks(multistatus(root).responses[0].properties['D:lockdiscovery']);
}

/**
 * Finds files and folders below a folder (RFC 5323).
 * @param {string} href
 * @param {{name?: string, words?: string, author?: string, label?: string, after?: string, before?: string}} wanted
 *     each that is there must hold; `after` and `before` are days
 * @returns {Promise<{found: import('./dav/members.js').Member[], more: boolean}>}
 */
export async function find(href, wanted, {limit = 200, signal} = {}) {
  const like = (name, text) => `<D:like><D:prop><D:${name}/></D:prop>${element('D:literal', `%${pattern(text)}%`)}</D:like>`;
  const equals = (name, text) =>
    `<D:eq caseless="yes"><D:prop><D:${name}/></D:prop>${element('D:literal', text)}</D:eq>`;
  const time = (operator, text) =>
    `<D:${operator}><D:prop><D:getlastmodified/></D:prop>${element('D:literal', text)}</D:${operator}>`;
  const conditions = [
    wanted.name && like('displayname', wanted.name),
    wanted.words && condition(wanted.words),
    wanted.author && equals('author', wanted.author),
    wanted.label && equals('revisionlabel', wanted.label),
    wanted.after && time('gte', new Date(`${wanted.after}T00:00:00`).toISOString()),
    wanted.before && time('lt', new Date(Date.parse(`${wanted.before}T00:00:00`) + 86_400_000).toISOString()),
  ].filter(Boolean);
  const where = conditions.length > 1 ? `<D:and>${conditions.join('')}</D:and>` : conditions[0];
  const query = `<D:basicsearch><D:select>${prop(SHOWN)}</D:select>`
    + `<D:from><D:scope>${element('D:href', href)}<D:depth>infinity</D:depth></D:scope></D:from><D:where>${where}</D:where>`
    + '<D:orderby><D:order><D:prop><D:getlastmodified/></D:prop><D:descending/></D:order></D:orderby>'
    + `<D:limit>${element('D:nresults', limit)}</D:limit></D:basicsearch>`;
  const answer = multistatus(await ask('SEARCH', href, {body: body('D:searchrequest', query), signal}));
  return {
    found: answer.responses.filter(({status}) => status === 200).map(member),
    more: answer.responses.some(({status}) => status === 507),
  };
}

function pattern(text) {
  return text.replace(/[\\%_]/g, '\\$&');
}

/**
 * Makes an app password, and answers its only copy.
 * @param {{name: string, path?: string, readOnly?: boolean, days?: number}} wish
 * @returns {Promise<string>}
 */
export async function makeAppPassword(user, {name, path, readOnly = false, days}) {
  const root = await ask('POST', passwordsOf(user), {
    body: body('T:app-password', element('T:name', name) + (days ? element('T:expires', `P${days}D`) : '')
      + (readOnly ? '<T:read-only/>' : '') + (path ? `<D:href>${escaped(path)}</D:href>` : '')),
  });
  return textAt(root, 'T:secret');
}

function passwordsOf(user) {
  return `/principals/app-passwords/${encodeURIComponent(user)}/`;
}
