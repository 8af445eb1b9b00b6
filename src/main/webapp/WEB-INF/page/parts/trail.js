/**
 * The head of screens that show one aspect of a file or folder: the way to it, and its other aspects.
 * @module
 */

import {html, nothing} from 'lit';
import {FILES, decoded, nameOfHref} from '../dav.js';
import {addressOf} from '../router.js';
import {t} from '../texts.js';

/** What can be seen of folders and files, by the subtree that they are in. */
const ASPECTS = {
  files: {folder: ['folder', 'changes', 'moment', 'compare', 'care'], file: ['history', 'changes']},
  configurations: {folder: ['folder', 'changes'], file: ['history', 'changes']},
};
const SPACE = 2;

/**
 * The head of a screen.
 * @param {string} href what the screen shows
 * @param {string} screen which aspect of it: a key of the router's screens
 */
export function trail(href, screen) {
  const names = href.split('/').filter(Boolean);
  const aspects = ASPECTS[names[0]]?.[href.endsWith('/') ? 'folder' : 'file'] ?? [];
  return html`
    <nav class="path" aria-label=${t('folder.path')}><ol>
      ${names.slice(0, -1).map((name, i) => html`<li><a href=${link(names, i)}>${words(names, i)}</a></li>`)}
      <li><h1>${words(names, names.length - 1)}${screen === 'folder' ? nothing
        : html`<span class="hidden">: ${t(`aspect.${screen}`)}</span>`}</h1></li>
    </ol></nav>
    ${aspects.length < 2 ? nothing : html`<nav class="aspects" aria-label=${t('aspect.title')}>
      ${aspects.map(aspect => html`<a href=${addressOf(aspect, href)}
        aria-current=${aspect === screen ? 'page' : 'false'}>${t(`aspect.${aspect}`)}</a>`)}
    </nav>`}`;
}

/** Where a name on the way leads: what is not in the files is in a workspace. */
function link(names, i) {
  if (names[0] === 'files' || i >= SPACE) {
    return addressOf('folder', `/${names.slice(0, i + 1).join('/')}/`);
  }
  return i === 0 ? addressOf('spaces') : addressOf('space', `/configurations/${names[1]}/`);
}

function words(names, i) {
  if (names[0] === 'files' || i >= SPACE) {
    return i === 0 ? t('folder.root') : decoded(names[i]);
  }
  return i === 0 ? t('app.spaces') : spaceName(names[1]);
}

const known = new Map();

/** Remembers what a workspace is called, for the ways into it. */
export function nameSpace(href, name) {
  known.set(href.split('/')[2], name);
}

function spaceName(id) {
  return known.get(id) ?? (id === 'default' ? t('folder.root') : t('space.one'));
}

/** A path for people, within a folder if it is below that. */
export function within(folder, href) {
  return decoded(href.startsWith(folder) && href !== folder ? href.slice(folder.length) : href);
}

/** What the window of an aspect is called. */
export function titleOf(href, screen) {
  return `${href === FILES ? t('folder.root') : nameOfHref(href)}: ${t(`aspect.${screen}`)}`;
}
