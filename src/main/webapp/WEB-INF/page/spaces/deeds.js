/**
 * Making, changing and deleting workspaces, releases, checkin sets and maps: each deed asks, and answers whether it was done.
 * @module
 */

import {html} from 'lit';
import * as dav from '../dav/spaces.js';
import {fromField} from '../history/states.js';
import {ask, refuse} from '../parts/dialog.js';
import {t} from '../texts.js';

const nameField = () => html`<label>${t('folder.name')} <input name="name" required autofocus maxlength="200"></label>`;

/** Options for a choice of workspaces. */
function options(spaces, chosen) {
  return spaces.map(space => html`<option value=${space.href} ?selected=${space.href === chosen}>${titleOf(space)}</option>`);
}

/** What a configuration is called. */
export function titleOf(space) {
  return space.href === dav.FILES_SPACE ? t('folder.root') : space.named ? space.name : t('space.unnamed', {id: space.name.slice(-6)});
}

/** Derives a workspace. @returns {Promise<string>} its href; empty where none was made */
export async function derive(spaces, parent = dav.FILES_SPACE) {
  let made = '';
  await ask({
    title: t('spaces.derive'),
    body: html`
      ${nameField()}
      <label>${t('spaces.parent')} <select name="parent">
        ${options(spaces.filter(space => !space.dynamic), parent)}<option value="">${t('spaces.nothing')}</option></select></label>
      <label>${t('spaces.inherits')} <select name="inherits">${['None', 'Manual', 'Auto'].map(way => html`
        <option value=${way}>${t(`inherits.${way}`)}</option>`)}</select></label>
      <label>${t('spaces.base')} <input type="datetime-local" name="base" step="1"></label>
      <p class="hint">${t('spaces.baseHint')}</p>`,
    ok: t('spaces.derive'),
    async deed(fields) {
      if (fields.base && fields.inherits === 'Auto') {
        refuse(t('spaces.baseWithAuto'));
      }
      made = await dav.makeSpace({name: fields.name.trim(), parent: fields.parent, inherits: fields.inherits, base: fromField(fields.base)});
    },
  });
  return made;
}

/** Makes a dynamic configuration. @returns {Promise<string>} its href; empty where none was made */
export async function makeRelease() {
  let made = '';
  await ask({
    title: t('spaces.release'),
    body: html`<p>${t('spaces.releaseHint')}</p>${nameField()}`,
    ok: t('spaces.release'),
    async deed(fields) {
      made = await dav.makeSpace({name: fields.name.trim(), dynamic: true});
    },
  });
  return made;
}

/** Calls one something else. */
export function rename(space) {
  return ask({
    title: t('space.rename'),
    body: html`<label>${t('folder.name')} <input name="name" required autofocus maxlength="200" .value=${titleOf(space)}></label>`,
    ok: t('action.rename'),
    deed: fields => dav.rename(space.href, fields.name.trim()),
  });
}

/** Deletes one. */
export function remove(space) {
  return ask({
    title: t('space.delete', {name: titleOf(space)}),
    body: html`<p>${t(space.dynamic ? 'space.deleteDynamic' : 'space.deleteHint')}</p>`,
    ok: t('action.delete'),
    grave: true,
    deed: () => dav.deleteAt(space.href),
  });
}

/**
 * Brings files from one workspace into another.
 * @param {string[]} paths in the files
 * @param {{from: object, to: object}} where both configurations
 */
export function bringOver(paths, {from, to}) {
  return ask({
    title: t('space.bringTitle', {from: titleOf(from), to: titleOf(to)}),
    body: html`
      <p>${t('space.bringCount', {count: paths.length})}</p>
      <label class="check"><input type="checkbox" name="anyway"> ${t('space.bringAnyway')}</label>`,
    ok: t('space.bring'),
    async deed(fields) {
      for (const path of paths) {
        await dav.bring(path, {from: from.href, to: to.href, anyway: fields.anyway === 'on'});
      }
    },
  });
}

/** Makes a checkin set. */
export function makeSet(root) {
  return ask({
    title: t('sets.make'), body: html`<p>${t('sets.hint')}</p>${nameField()}`, ok: t('sets.make'),
    deed: fields => dav.makeSet(root, fields.name.trim()),
  });
}

/** Closes one. */
export function closeSet(set) {
  return ask({
    title: t('sets.closeTitle', {name: set.name}), body: html`<p>${t('sets.closeHint')}</p>`, ok: t('sets.close'),
    deed: () => dav.closeSet(set.href),
  });
}

/** Deletes an open checkin set, or a map. */
export function removeNamed(one) {
  return ask({
    title: t('ask.delete', {count: 1, name: one.name}), body: html`<p>${t('sets.deleteHint')}</p>`, ok: t('action.delete'), grave: true,
    deed: () => dav.deleteAt(one.href),
  });
}

const STYLES = ['DAV:detailedmap', 'DAV:branchmap', 'DAV:nestedbranchmap'];

/** Makes a map. */
export function makeMap(spaces) {
  return ask({
    title: t('maps.make'),
    body: html`
      <p>${t('maps.hint')}</p>${nameField()}
      <label>${t('maps.of')} <select name="space"><option value="">${t('maps.ofFile')}</option>${options(spaces)}</select></label>
      <label>${t('maps.file')} <input name="file" pattern="/files/.+"></label>
      <label>${t('maps.style')} <select name="style">${STYLES.map(style => html`
        <option value=${style}>${t(`maps.style.${style.slice(4)}`)}</option>`)}</select></label>`,
    ok: t('maps.make'),
    deed: fields => {
      if (!fields.space && !fields.file) {
        refuse(t('maps.needsFile'));
      }
      const file = fields.file.split('/').map(encodeURIComponent).join('/');
      return dav.makeMap(fields.name.trim(), fields.space ? {space: fields.space} : {file, style: fields.style});
    },
  });
}

