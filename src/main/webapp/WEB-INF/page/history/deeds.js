/**
 * What the reader does with revisions: each deed asks what it must, does it, and says how it went. Each answers whether it was done.
 * @module
 */

import {html} from 'lit';
import {putUnderVersionControl} from '../dav.js';
import {restoreFile} from '../dav/history.js';
import * as dav from '../dav/revisions.js';
import {ask} from '../parts/dialog.js';
import {notice} from '../parts/notices.js';
import {t} from '../texts.js';

/** Puts a file under version control. */
export async function keep(href) {
  await putUnderVersionControl(href);
  notice(t('action.done'));
}

/** Makes an older revision the newest one. */
export function restore(href, revision) {
  return ask({
    title: t('history.restoreTitle', {revision}),
    body: html`<p>${t('history.restoreHint')}</p>`,
    ok: t('history.restore'),
    async deed() {
      await restoreFile(href, revision);
      notice(t('history.restored', {revision}));
    },
  });
}

/** Lets everybody see a revision at the file's name. */
export function show(href, revision) {
  return ask({
    title: revision ? t('history.showTitle', {revision}) : t('history.showNewest'),
    body: html`<p>${t('history.showHint')}</p>`,
    ok: t('history.setDefault'),
    deed: () => dav.setDefault(href, revision),
  });
}

/** Gives a revision a label. */
export function label(href, revision) {
  return ask({
    title: t('history.labelTitle', {revision}),
    body: html`<label>${t('history.labelName')} <input name="label" autofocus required></label><p class="hint">${t('history.labelHint')}</p>`,
    ok: t('history.label'),
    deed: fields => dav.setLabel(href, revision, fields.label.trim()),
  });
}

/** Takes a label away. */
export function unlabel(href, revision, name) {
  return ask({
    title: t('history.unlabelTitle', {label: name, revision}),
    ok: t('history.unlabelOk'),
    deed: () => dav.removeLabel(href, revision, name),
  });
}

/** Says why a revision was made. */
export function say(href, {revision, comment}) {
  return ask({
    title: t('history.commentTitle', {revision}),
    body: html`<label>${t('history.comment')} <input name="comment" .value=${comment} autofocus></label>`,
    ok: t('app.ok'),
    deed: fields => dav.comment(href, revision, fields.comment),
  });
}

/** Begins a branch. */
export function makeBranch(href, revision) {
  return ask({
    title: t('history.branchTitle', {revision}),
    body: html`
      <label>${t('history.branchName')} <input name="label" autofocus required></label>
      <label>${t('history.comment')} <input name="comment"></label>`,
    ok: t('history.makeBranch'),
    deed: fields => dav.branch(href, revision, fields.label.trim(), fields.comment),
  });
}

/** Notes that a revision has in it what another brought. */
export function noteMerge(href, {revision, mergedFrom}, all) {
  const others = all.filter(other => other.revision !== revision && !mergedFrom.includes(other.revision));
  return ask({
    title: t('history.mergeTitle', {revision}),
    body: html`<p>${t('history.mergeHint')}</p>
      <label>${t('history.mergeWith')} <select name="merged" required autofocus>${others.map(other => html`
        <option value=${other.revision}>${other.revision} ${other.author} ${other.comment}</option>`)}</select></label>`,
    ok: t('history.merge'),
    deed: fields => dav.noteMerge(href, revision, [...mergedFrom, fields.merged]),
  });
}

/** Checks a revision out. */
export async function checkOut(href, revision) {
  await dav.checkOut(href, revision);
  notice(t('history.checkedOut'));
}

/** Checks a working copy in. */
export function checkIn(working) {
  return ask({
    title: t('checkout.inTitle'),
    body: html`
      <label>${t('history.comment')} <input name="comment" autofocus></label>
      <label class="check"><input type="checkbox" name="anyway"> ${t('checkout.anyway')}</label>`,
    ok: t('checkout.in'),
    deed: fields => dav.checkIn(working, {comment: fields.comment, anyway: fields.anyway === 'on'}),
  });
}

/** Drops a working copy. */
export function giveUp(working) {
  return ask({
    title: t('checkout.giveUpTitle'),
    body: html`<p>${t('checkout.giveUpHint')}</p>`,
    ok: t('checkout.giveUp'),
    grave: true,
    deed: () => dav.giveUp(working),
  });
}
