/**
 * What the reader does with members of a folder: each deed asks what it must, does it, and says how it went.
 * @module
 */

import {html} from 'lit';
import * as dav from '../dav.js';
import {ask, refuse} from '../parts/dialog.js';
import {notice} from '../parts/notices.js';
import {reason, t} from '../texts.js';

/** A download has begun by then. */
const KEPT_MILLIS = 60_000;

function name(text) {
  const plain = text.trim();
  return plain && !plain.includes('/') && plain !== '.' && plain !== '..' ? plain : refuse(t('ask.badName'));
}

function destination(text) {
  const plain = text.trim().replace(/\/*$/, '/');
  return plain.startsWith(dav.FILES) ? encodeURI(dav.decoded(plain)).replace(/[?#]/g, encodeURIComponent) : refuse(t('ask.destinationHint'));
}

/** Makes a folder in a folder. */
export function newFolder(href) {
  return ask({
    title: t('action.newFolder'),
    body: html`<label>${t('ask.newFolder')} <input name="name" autofocus required></label>`,
    ok: t('action.newFolder'),
    deed: fields => dav.makeFolder(dav.hrefIn(href, name(fields.name), true)),
  });
}

/** Gives a member another name. */
export function rename(member) {
  return ask({
    title: t('action.rename'),
    body: html`<label>${t('ask.rename', {name: member.name})}
      <input name="name" .value=${member.name} autofocus required></label>`,
    ok: t('action.rename'),
    deed: fields => dav.move(member.href, dav.hrefIn(dav.parentOf(member.href), name(fields.name), member.folder)),
  });
}

/** Moves or copies members into another folder; those that went are moved, whichever fails. */
export function transfer(members, verb) {
  return ask({
    title: t(verb === 'move' ? 'ask.destination' : 'ask.destinationCopy'),
    body: html`<label>${t('ask.destinationHint')}
      <input name="folder" .value=${dav.decoded(dav.parentOf(members[0].href))} autofocus required></label>`,
    ok: t(`action.${verb}`),
    async deed(fields) {
      const folder = destination(fields.folder);
      for (const member of members) {
        await dav[verb](member.href, dav.hrefIn(folder, member.name, member.folder));
      }
      notice(t('action.done'));
    },
  });
}

/** Deletes members. */
export function remove(members) {
  return ask({
    title: t('ask.delete', {count: members.length, name: members[0].name}),
    body: html`<p>${t('ask.deleteHint')}</p>`,
    ok: t('action.delete'),
    grave: true,
    async deed() {
      for (const member of members) {
        await dav.remove(member.href);
      }
    },
  });
}

/** Shows all that the server knows of a member. */
export async function showProperties(member) {
  const properties = await dav.properties(member.href);
  return ask({
    title: t('properties.title', {name: member.name}),
    body: html`<table class="facts"><tbody>${properties.map(property => html`
      <tr><th scope="row" title=${property.namespace}>${property.name}</th><td>${property.text}</td></tr>`)}</tbody></table>`,
  });
}

/** Shows what was deleted from a folder, and brings back what the reader chooses. */
export async function showDeleted(href) {
  const deleted = await dav.deleted(href);
  const bringBack = async (event, {name: old, revisionUrl}) => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await dav.undelete(href, old, revisionUrl);
      notice(t('action.done'));
    } catch (failure) {
      button.disabled = false;
      notice(reason(failure), {bad: true});
    }
  };
  return ask({
    title: t('deleted.title', {name: dav.nameOfHref(href)}),
    body: deleted.length === 0 ? html`<p>${t('deleted.none')}</p>` : html`<ul class="plain">${deleted.map(member => html`
      <li>${member.name} <button type="button" @click=${event => bringBack(event, member)}
        aria-label="${t('action.undelete')}: ${member.name}">${t('action.undelete')}</button></li>`)}</ul>`,
  });
}

/** Downloads a folder with all that is in it. */
export async function downloadZip(href) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await dav.archive(href));
  link.download = `${dav.nameOfHref(href)}.zip`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLIS);
}

/** Locks a member for the reader, or takes the reader's lock away. */
export async function toggleLock(member, user) {
  const [held] = await dav.locksAt(member.href);
  await (held ? dav.unlock(member.href, held.token) : dav.lock(member.href, user.name));
}

/** Puts members under version control. */
export async function keepVersions(members) {
  for (const member of members) {
    await dav.putUnderVersionControl(member.href);
  }
  notice(t('action.done'));
}
