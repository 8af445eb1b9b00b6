/**
 * Workspaces, dynamic configurations, checkin sets and maps (docs/configurations.md).
 * @module
 */

import {ask, change, send} from './http.js';
import {nameOfHref} from './members.js';
import {body, child, children, element, escaped, multistatus, prop, textAt} from './xml.js';

/** Where configurations are. */
export const SPACES = '/configurations/';
/** The built-in workspace, which stands for the files. */
export const FILES_SPACE = '/configurations/default/';
const MAPS = '/maps/';

const OF_SPACE = ['D:configurationtype', 'D:displayname', 'D:derivedfrom', 'D:inheritancetype', 'D:basetime', 'D:creationdate',
  'D:owner', 'D:resolutionqueue', 'D:checkinsetroot', 'D:selectionrule', 'D:current-user-privilege-set'];

/**
 * @typedef {object} Space
 * @property {string} href
 * @property {string} name
 * @property {boolean} dynamic
 * @property {string} parent what it is derived from; empty for nothing
 * @property {string} inherits `Auto`, `Manual` or `None`
 * @property {string} base the time of the parent's state that it began with
 * @property {string} created
 * @property {Waiting[]} queue what is to be resolved
 * @property {string} sets where its checkin sets are
 * @property {Element|undefined} rule of a dynamic one
 * @property {boolean} mayWrite
 *
 * @typedef {{href: string, conflict: boolean, newer: string}} Waiting href: in the files; newer: the revision's URL
 */

function space({href, properties}) {
  const text = name => properties[name]?.textContent.trim() ?? '';
  const may = children(properties['D:current-user-privilege-set'], 'D:privilege').map(one => one.children[0]?.localName);
  return {
    href,
    name: text('D:displayname') || nameOfHref(href),
    named: text('D:displayname') !== '' && text('D:displayname') !== nameOfHref(href),
    dynamic: /Dynamic$/.test(text('D:configurationtype')),
    parent: text('D:derivedfrom'),
    inherits: text('D:inheritancetype').replace(/^DAV:/, ''),
    base: text('D:basetime'),
    created: text('D:creationdate'),
    queue: children(properties['D:resolutionqueue'], 'D:resolutionitem').map(item => ({
      href: textAt(item, 'D:resource'),
      conflict: child(child(item, 'D:resolutiontype'), 'D:conflict') !== undefined,
      newer: textAt(item, 'D:newversion'),
    })),
    sets: text('D:checkinsetroot'),
    rule: properties['D:selectionrule'],
    mayWrite: may.length === 0 || may.includes('write') || may.includes('all'),
  };
}

/** All that the reader may see. @returns {Promise<Space[]>} */
export async function spaces({signal} = {}) {
  const root = await ask('PROPFIND', SPACES, {
    headers: {Depth: '1', Prefer: 'depth-noroot'}, body: body('D:propfind', prop(OF_SPACE)), signal,
  });
  return multistatus(root).responses.map(space);
}

/** One of them. */
export async function spaceAt(href, {signal} = {}) {
  const root = await ask('PROPFIND', href, {headers: {Depth: '0'}, body: body('D:propfind', prop(OF_SPACE)), signal});
  return space(multistatus(root).responses[0]);
}

/**
 * Makes a workspace, or a dynamic configuration.
 * @param {{name: string, dynamic?: boolean, parent?: string, inherits?: string, base?: string}} wanted
 * @returns {Promise<string>} its href
 */
export async function makeSpace({name, dynamic = false, parent, inherits, base}) {
  const answer = await send('MKCONFIG', SPACES, {
    body: body('D:createconfiguration', element('D:configurationtype', dynamic ? 'DAV:Dynamic' : 'DAV:Workspace')
      + (parent ? element('D:derivedfrom', parent) + element('D:inherit', inherits) : '') + (base ? element('D:basetime', base) : '')),
  });
  const href = new URL(answer.headers.get('Location'), location.href).pathname;
  await rename(href, name);
  return href;
}

async function set(href, xml, headers = {}) {
  await change('PROPPATCH', href, {headers, body: body('D:propertyupdate', `<D:set><D:prop>${xml}</D:prop></D:set>`)});
}

/** Calls a configuration, or a checkin set, something else. */
export const rename = (href, name) => set(href, element('D:displayname', name));

/** Deletes a configuration, a checkin set that is open, or a map. */
export const deleteAt = href => change('DELETE', href);

/** The path in a workspace's own tree of what is at a path in the files, and the other way round. */
export const inSpace = (spaceHref, filesHref) => spaceHref + filesHref.replace(/^\/files\//, '');
export const inFiles = href => href.replace(/^\/configurations\/[^/]+\//, '/files/');

/**
 * Brings what one workspace shows at a path into another.
 * @param {string} filesHref the path in the files
 * @param {{from: string, to: string, anyway?: boolean}} where anyway: also where the other has gone its own way
 */
export async function bring(filesHref, {from, to, anyway = false}) {
  await change('COPY', filesHref, {
    headers: {'Configuration-Id': from, 'Target-Configuration': to, ...(anyway ? {'Override-Checkin': 'Yes'} : {})},
  });
}

/** Notes that what a workspace shows at a path has in it what another revision brought. */
export async function markMerged(filesHref, {space: href, revision, merged}) {
  await set(filesHref, element('D:mergedfrom', merged), {'Configuration-Id': href, 'Revision-Id': revision});
}

/**
 * What is known of one side of a decision; undefined where nothing is.
 * @returns {Promise<{href: string, revision: string, url: string, size: number, tag: string, type: string, author: string,
 *     time: string}|undefined>}
 */
export async function sideAt(href, {signal} = {}) {
  try {
    const root = await ask('PROPFIND', href, {
      headers: {Depth: '0'},
      body: body('D:propfind', prop(['D:revisionid', 'D:getcontentlength', 'D:getetag', 'D:getcontenttype', 'D:author', 'D:lastcheckin'])),
      signal,
    });
    const text = name => multistatus(root).responses[0].properties[name]?.textContent.trim() ?? '';
    return {
      href, revision: '', url: href, id: text('D:revisionid'), size: Number(text('D:getcontentlength')) || 0, tag: text('D:getetag'),
      type: text('D:getcontenttype'), author: text('D:author'), time: text('D:lastcheckin'),
    };
  } catch (failure) {
    if (failure.status === 404) {
      return undefined;
    }
    throw failure;
  }
}

/**
 * What a dynamic configuration's rule says: conditions that must all be true, or one of them; undefined for a rule of another form.
 * @typedef {{kind: 'href'|'label'|'tip'|'branchid'|'revisionid'|'configurationid', value: string, depth: string, not: boolean}} Condition
 * @param {Element|undefined} selectionrule
 * @returns {{any: boolean, conditions: Condition[]}|undefined}
 */
export function ruleOf(selectionrule) {
  const rule = selectionrule?.children[0];
  if (!rule) {
    return {any: false, conditions: []};
  }
  const [first] = rule.children;
  const group = rule.children.length === 1 && ['and', 'or'].includes(first.localName) ? first : rule;
  const conditions = [...group.children].map(condition);
  return conditions.includes(undefined) ? undefined : {any: group.localName === 'or', conditions};
}

const KINDS = new Set(['href', 'label', 'tip', 'branchid', 'revisionid', 'configurationid']);

function condition(found) {
  const not = found.localName === 'not';
  const inner = not ? found.children[0] : found;
  return !inner || !KINDS.has(inner.localName) ? undefined : {
    kind: inner.localName,
    value: [...inner.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join('').trim(),
    depth: textAt(inner, 'D:depth') || '0',
    not,
  };
}

/** Has a dynamic configuration select by other conditions. */
export async function setRule(href, {any, conditions}) {
  const xml = conditions.map(({kind, value, depth, not}) => {
    const one = kind === 'tip' ? '<D:tip/>'
      : `<D:${kind}>${escaped(value)}${kind === 'href' ? element('D:depth', depth) : ''}</D:${kind}>`;
    return not ? `<D:not>${one}</D:not>` : one;
  }).join('');
  await set(href, `<D:selectionrule><D:basicrsr>${any ? `<D:or>${xml}</D:or>` : `<D:and>${xml}</D:and>`}</D:basicrsr></D:selectionrule>`);
}

/**
 * The files that a configuration shows, by path.
 * @returns {Promise<{href: string, revision: string, author: string, time: string}[]>}
 */
export async function selected(href, {signal} = {}) {
  const root = await ask('PROPFIND', href, {
    headers: {Depth: 'infinity', Prefer: 'depth-noroot'},
    body: body('D:propfind', prop(['D:resourcetype', 'D:revisionid', 'D:author', 'D:lastcheckin'])),
    signal,
  });
  return multistatus(root).responses
    .filter(({properties}) => !child(properties['D:resourcetype'], 'D:collection'))
    .map(({href: at, properties}) => ({
      href: at,
      revision: properties['D:revisionid']?.textContent ?? '',
      author: properties['D:author']?.textContent ?? '',
      time: properties['D:lastcheckin']?.textContent ?? '',
    }));
}

/** The checkin sets of a workspace. @returns {Promise<{href: string, name: string, closed: boolean, created: string}[]>} */
export async function checkinSets(root, {signal} = {}) {
  const answer = await ask('PROPFIND', root, {
    headers: {Depth: '1', Prefer: 'depth-noroot'},
    body: body('D:propfind', prop(['D:closed', 'D:creationdate'])),
    signal,
  });
  return multistatus(answer).responses.map(({href, properties}) => ({
    href,
    name: nameOfHref(href),
    closed: properties['D:closed']?.textContent === '1',
    created: properties['D:creationdate']?.textContent ?? '',
  }));
}

/** Makes a checkin set. */
export const makeSet = (root, name) => change('MKCHECKINSET', `${root}${encodeURIComponent(name)}/`);

/** Closes a checkin set for good. */
export const closeSet = href => set(href, element('D:closed', 1));

/** The maps. @returns {Promise<{href: string, name: string}[]>} */
export async function maps({signal} = {}) {
  const root = await ask('PROPFIND', MAPS, {
    headers: {Depth: '1', Prefer: 'depth-noroot'}, body: body('D:propfind', prop(['D:resourcetype'])), signal,
  });
  return multistatus(root).responses.map(({href}) => ({href, name: nameOfHref(href)}));
}

/** Makes a map of a configuration, or of the revisions of a file. @param {{space?: string, file?: string, style?: string}} of */
export async function makeMap(name, {space: href, file, style}) {
  const asked = file ? body('D:revisionmap', element('D:href', file) + element('D:mapstyle', style)) : body('D:configurationmap');
  await change('MKMAP', `${MAPS}${encodeURIComponent(name)}/`, {headers: href ? {'Configuration-Id': href} : {}, body: asked});
}
