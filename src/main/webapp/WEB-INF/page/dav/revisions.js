/**
 * The revisions of one file, and what is done with them (docs/versioning.md).
 * @module
 */

import {headerValue} from './history.js';
import {ask, change, send} from './http.js';
import {SHOWN, member} from './members.js';
import {body, child, children, element, multistatus, prop, textAt} from './xml.js';

const OF_REVISION = ['D:author', 'D:lastcheckin', 'D:getcontentlength'];

/**
 * What is known of a file or folder itself, and what the reader may do with it.
 * @returns {Promise<import('./members.js').Member & {may: Set<string>, revisionUrl: string}>}
 */
export async function about(href, {signal} = {}) {
  const root = await ask('PROPFIND', href, {
    headers: {Depth: '0'},
    body: body('D:propfind', prop([...SHOWN, 'D:revisionurl', 'D:current-user-privilege-set'])),
    signal,
  });
  const found = multistatus(root).responses[0];
  return {
    ...member(found),
    revisionUrl: found.properties['D:revisionurl']?.textContent.trim() ?? '',
    may: new Set(children(found.properties['D:current-user-privilege-set'], 'D:privilege')
      .map(privilege => privilege.children[0]?.localName)),
  };
}

/**
 * @typedef {object} Revision
 * @property {string} href its own URL, which never changes
 * @property {string} revision its id
 * @property {string} author
 * @property {string} time
 * @property {string} comment
 * @property {string[]} labels
 * @property {number} size bytes
 * @property {string} branch the branch's id; `primary` for the first
 * @property {string[]} predecessors ids, the one whose line it continues first
 * @property {string[]} mergedFrom ids that a person said were merged into it
 */

/**
 * The newest revisions of a file, oldest first, in one request.
 * @param {string} href
 * @param {{limit: number, signal?: AbortSignal}} options
 * @returns {Promise<Revision[]>}
 */
export async function revisions(href, {limit, signal}) {
  const root = await ask('PROPFIND', href, {
    headers: {Depth: '0'}, body: body('D:propfind', `<D:fulllineage scope="id" limit="${limit}"/>${prop(OF_REVISION)}`), signal,
  });
  return children(root, 'D:response').map(response => {
    const known = child(children(response, 'D:propstat').find(found => / 200 /.test(textAt(found, 'D:status'))), 'D:prop');
    const all = name => children(known, name).map(found => found.textContent.trim());
    return {
      href: textAt(response, 'D:href'),
      revision: textAt(known, 'D:revisionid'),
      author: textAt(known, 'D:author'),
      time: textAt(known, 'D:lastcheckin'),
      comment: textAt(known, 'D:revisioncomment'),
      labels: all('D:revisionlabel'),
      size: Number(textAt(known, 'D:getcontentlength')) || 0,
      branch: textAt(known, 'D:branchid'),
      predecessors: all('D:derivedfrom'),
      mergedFrom: all('D:mergedfrom'),
    };
  });
}

/**
 * A file's content in one state.
 * @param {string} href
 * @param {string} [revision] none: as it is now
 * @returns {Promise<{type: string, bytes: Uint8Array}>}
 */
export async function content(href, revision, {signal} = {}) {
  const answer = await send('GET', href, {headers: revision ? {'Revision-Id': headerValue(revision)} : {}, signal});
  return {type: answer.headers.get('Content-Type') ?? '', bytes: new Uint8Array(await answer.arrayBuffer())};
}

/**
 * The properties that people set, of a file in one state.
 * @returns {Promise<Map<string, string>>} by name; the server's own are left out
 */
export async function ownProperties(href, revision, {signal} = {}) {
  const root = await ask('PROPFIND', href, {
    headers: {Depth: '0', ...(revision ? {'Revision-Id': headerValue(revision)} : {})},
    body: body('D:propfind', '<D:allprop/>'),
    signal,
  });
  return new Map(Object.entries(multistatus(root).responses[0].properties)
    .filter(([name]) => !/^[DT]:/.test(name))
    .map(([name, found]) => [name, found.textContent]));
}

const at = revision => ({'Revision-Id': headerValue(revision)});

/** Gives a revision a label; another revision that has it loses it. */
export async function setLabel(href, revision, label) {
  await change('LABEL', href, {headers: at(revision), body: labelled('D:set', label)});
}

/** Takes a label from a revision. */
export async function removeLabel(href, revision, label) {
  await change('LABEL', href, {headers: at(revision), body: labelled('D:remove', label)});
}

function labelled(deed, label) {
  return body('D:label', `<${deed}>${element('D:label-name', label)}</${deed}>`);
}

/** Says why a revision was made. */
export async function comment(href, revision, text) {
  await change('PROPPATCH', href, {
    headers: at(revision),
    body: body('D:propertyupdate', `<D:set><D:prop>${element('D:revisioncomment', text)}</D:prop></D:set>`),
  });
}

/** Notes from which others a revision was merged. @param {string[]} merged all of them */
export async function noteMerge(href, revision, merged) {
  await change('PROPPATCH', href, {
    headers: at(revision),
    body: body('D:propertyupdate', `<D:set><D:prop>${merged.map(one => element('D:mergedfrom', one)).join('')}</D:prop></D:set>`),
  });
}

/** Begins a branch at a revision. */
export async function branch(href, revision, label, why) {
  await change('BRANCH', href, {
    headers: at(revision),
    body: body('D:branch', element('D:branchlabel', label) + (why ? element('D:comment', why) : '')),
  });
}

/** Lets a file's URL show a revision; without one, the newest again. */
export async function setDefault(href, revision) {
  await change('SETDEFAULT', href, {body: body('D:setdefault', revision ? element('D:href', revision) : '<D:none/>')});
}

/** Checks a revision out: a working copy that nobody else sees. */
export async function checkOut(href, revision) {
  await change('CHECKOUT', href, {headers: at(revision), body: body('D:checkout')});
}

/**
 * Who has checked a file out.
 * @returns {Promise<{owner: string, comment: string, revision: string, working: string}[]>}
 */
export async function checkouts(href, {signal} = {}) {
  const root = await ask('REPORT', href, {body: body('D:activecheckouts'), signal});
  return [...root.getElementsByTagNameNS('DAV:', 'checkout')].map(found => ({
    owner: textAt(found, 'D:owner'),
    comment: textAt(found, 'D:comment'),
    revision: textAt(found, 'D:revisionid'),
    working: textAt(found, 'D:workingcopy', 'D:href'),
  }));
}

/**
 * Checks a working copy in.
 * @param {{comment?: string, anyway?: boolean}} how anyway: also where somebody else has checked in meanwhile
 */
export async function checkIn(working, {comment: why, anyway = false}) {
  await change('CHECKIN', working, {
    headers: anyway ? {'Override-Checkin': 'Yes'} : {},
    body: body('D:checkin', why ? element('D:comment', why) : ''),
  });
}

/** Drops a working copy. */
export async function giveUp(working) {
  await change('UNCHECKOUT', working, {});
}
