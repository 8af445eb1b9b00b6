/**
 * Who may do what with a folder, what it costs, and how long its versions stay (docs/protocol.md, Rights and Quotas; docs/retention.md).
 * @module
 */

import {ask, change} from './http.js';
import {nameOfHref, parentOf} from './members.js';
import {body, child, children, element, escaped, multistatus, prop, textAt} from './xml.js';

const LOCAL = ['T:retention', 'T:hold', 'T:quota-limit-bytes', 'D:quota-used-bytes', 'D:quota-available-bytes'];

/**
 * @typedef {object} Keeping
 * @property {string} href
 * @property {string} owner
 * @property {boolean} versioned
 * @property {Set<string>} may
 * @property {Grant[]|undefined} grants undefined where the reader may not see them
 * @property {Level[]} levels the folder itself first, then those above it
 *
 * @typedef {{who: string, kind: 'user'|'group'|'everyone'|'owner', privileges: string[], fixed: boolean, from: string}} Grant
 *
 * @typedef {object} Level what is set at one folder
 * @property {string} href
 * @property {number|undefined} limit bytes that may be stored through it
 * @property {number} used
 * @property {number} free
 * @property {Policy|undefined} retention
 * @property {string} hold why all of it is kept; empty for no hold
 *
 * @typedef {{session: string, keeps: {for: string, every: string}[]}} Policy
 */

/**
 * All that is known of the care for a folder. It asks once for each folder on the way.
 * @returns {Promise<Keeping>}
 */
export async function keeping(href, {signal} = {}) {
  const [own, ...above] = await Promise.all([
    propfind(href, [...LOCAL, 'D:acl', 'D:owner', 'D:isversioned', 'D:current-user-privilege-set'], signal),
    ...ways(href).map(one => propfind(one, LOCAL, signal)),
  ]);
  const {properties} = own;
  return {
    href: own.href,
    owner: nameOfHref(textAt(properties['D:owner'], 'D:href')),
    versioned: properties['D:isversioned']?.textContent === '1',
    may: new Set(children(properties['D:current-user-privilege-set'], 'D:privilege').map(one => one.children[0]?.localName)),
    grants: properties['D:acl'] && children(properties['D:acl'], 'D:ace').map(grant),
    levels: [own, ...above].map(level),
  };
}

async function propfind(href, names, signal) {
  const root = await ask('PROPFIND', href, {headers: {Depth: '0'}, body: body('D:propfind', prop(names)), signal});
  return multistatus(root).responses[0];
}

/** The folders above one, the nearest first. */
function ways(href) {
  const all = [];
  for (let at = parentOf(href); at.split('/').length > 2; at = parentOf(at)) {
    all.push(at);
  }
  return all;
}

function level({href, properties}) {
  const number = name => Number(properties[name]?.textContent || NaN);
  return {
    href,
    limit: properties['T:quota-limit-bytes']?.textContent ? number('T:quota-limit-bytes') : undefined,
    used: number('D:quota-used-bytes'),
    free: number('D:quota-available-bytes'),
    retention: policy(properties['T:retention']),
    hold: properties['T:hold']?.textContent ?? '',
  };
}

function policy(found) {
  const inside = child(found, 'T:retention') ?? found;
  return !inside?.children.length ? undefined : {
    session: textAt(inside, 'T:session'),
    keeps: children(inside, 'T:keep').map(keep => ({for: keep.getAttribute('for'), every: keep.getAttribute('every')})),
  };
}

function grant(ace) {
  const principal = child(ace, 'D:principal');
  const href = textAt(principal, 'D:href');
  return {
    who: nameOfHref(href),
    kind: href.includes('/groups/') ? 'group' : href ? 'user' : child(principal, 'D:property') ? 'owner' : 'everyone',
    privileges: children(child(ace, 'D:grant'), 'D:privilege').map(one => one.children[0]?.localName),
    fixed: child(ace, 'D:protected') !== undefined,
    from: textAt(ace, 'D:inherited', 'D:href'),
  };
}

/**
 * Replaces a folder's list of who may do what; an empty list takes it away.
 * @param {{who: string, kind: string, privileges: string[]}[]} grants
 */
export async function setGrants(href, grants) {
  const principal = ({kind, who}) => (kind === 'everyone' ? '<D:authenticated/>'
    : element('D:href', `/principals/${kind}s/${encodeURIComponent(who)}`));
  const aces = grants.map(one => `<D:ace><D:principal>${principal(one)}</D:principal><D:grant>`
    + one.privileges.map(name => `<D:privilege><D:${name}/></D:privilege>`).join('') + '</D:grant></D:ace>');
  await change('ACL', href, {body: body('D:acl', aces.join(''))});
}

/** Sets a property of a folder, or takes it away where `xml` is empty. */
async function set(href, name, xml) {
  const asked = xml ? `<D:set><D:prop>${xml}</D:prop></D:set>` : `<D:remove><D:prop><${name}/></D:prop></D:remove>`;
  await change('PROPPATCH', href, {body: body('D:propertyupdate', asked)});
}

/** Limits how much may be stored through a folder; without bytes, no more. */
export const setLimit = (href, bytes) => set(href, 'T:quota-limit-bytes', bytes === undefined ? '' : element('T:quota-limit-bytes', bytes));

/** Keeps all of a folder, whatever else is said; without a reason, no more. */
export const setHold = (href, reason) => set(href, 'T:hold', reason && element('T:hold', reason));

/** Says how long versions stay. @param {Policy} [wanted] none: as the folders above say */
export async function setRetention(href, wanted) {
  const keeps = wanted?.keeps.map(keep => `<T:keep for="${escaped(keep.for)}" every="${escaped(keep.every)}"/>`).join('');
  await set(href, 'T:retention', wanted
    && `<T:retention>${wanted.session ? element('T:session', wanted.session) : ''}${keeps}</T:retention>`);
}

/**
 * Which versions would go now.
 * @returns {Promise<{href: string, revisions: number, bytes: number, rules: string[]}[]>}
 */
export async function retentionPreview(href, {signal} = {}) {
  const root = await ask('REPORT', href, {body: body('T:retention'), signal});
  return children(root, 'T:file').map(file => ({
    href: textAt(file, 'D:href'),
    revisions: Number(textAt(file, 'T:revisions')),
    bytes: Number(textAt(file, 'T:bytes')),
    rules: children(file, 'T:rule').map(rule => rule.textContent),
  }));
}

/**
 * What a folder costs, and by whom; to others than administrators, what is their own of it.
 * @returns {Promise<Cost & {shares: (Cost & {user: string})[]}>}
 * @typedef {{files: number, live: number, revisions: number, history: number, deletedRevisions: number, deleted: number}} Cost
 *     live, history and deleted are bytes
 */
export async function usage(href, {signal} = {}) {
  const root = await ask('REPORT', href, {body: body('T:usage'), signal});
  return {...cost(root), shares: children(root, 'T:share').map(share => ({user: textAt(share, 'T:user'), ...cost(share)}))};
}

function cost(found) {
  const number = (...names) => Number(textAt(found, ...names)) || 0;
  return {
    files: number('T:live', 'T:files'),
    live: number('T:live', 'T:bytes'),
    revisions: number('T:history', 'T:revisions'),
    history: number('T:history', 'T:bytes'),
    deletedRevisions: number('T:deleted', 'T:revisions'),
    deleted: number('T:deleted', 'T:bytes'),
  };
}
