/**
 * Bringing a folder, or a part of it, back to what it was: first what that would do.
 * @module
 */

import {html, nothing} from 'lit';
import {restore} from '../dav/history.js';
import {ask} from '../parts/dialog.js';
import {notice} from '../parts/notices.js';
import {t, time} from '../texts.js';
import {isNothing, outcome, paths} from './outcome.js';

/**
 * Shows what going back would do, and does it when the reader agrees.
 * @param {string} href the folder
 * @param {string} at the time
 * @param {string[]} hrefs only these members; none: all
 * @returns {Promise<boolean>} whether it was done
 */
export async function goBack(href, at, hrefs) {
  const to = {time: at};
  let lost = [];
  let preview;
  try {
    preview = await restore(href, {to, hrefs, preview: true});
  } catch (failure) {
    if (failure.condition !== 'T:content-not-kept') {
      throw failure;
    }
    lost = failure.hrefs;
    preview = await restore(href, {to, hrefs, preview: true, skip: true});
  }
  const skip = lost.length > 0;
  return ask({
    title: t('back.title', {time: time(at)}),
    body: html`
      ${skip ? html`<p>${t('back.lost')}</p>${paths(lost, href)}` : nothing}
      <p>${hrefs.length > 0 ? t('back.part', {count: hrefs.length}) : t('back.all')}</p>
      ${outcome({...preview, skipped: []}, href)}
      <p class="hint">${t('back.hint')}</p>`,
    ok: isNothing(preview) ? '' : t(skip ? 'back.doRest' : 'back.do'),
    async deed() {
      await restore(href, {to, hrefs, skip});
      notice(t('back.done'));
    },
  });
}
