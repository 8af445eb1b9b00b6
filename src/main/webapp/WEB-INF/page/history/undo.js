/**
 * Taking one change back: first what that would do, and whether something has been changed since.
 * @module
 */

import {html, nothing} from 'lit';
import {undo} from '../dav/history.js';
import {ask} from '../parts/dialog.js';
import {notice} from '../parts/notices.js';
import {t, time} from '../texts.js';
import {isNothing, outcome, paths} from './outcome.js';

/** The topmost folder of what an href is in: above all that a change can have touched. */
function top(href) {
  return /^(\/configurations\/[^/]+\/|\/[^/]+\/)/.exec(href)[1];
}

/**
 * Shows what taking a change back would do, and does it when the reader agrees.
 * @param {string} href where the change was seen; paths are shown within it
 * @param {{id: string, author: string, time: string}} change
 * @returns {Promise<boolean>} whether it was done
 */
export async function takeBack(href, change) {
  let since = [];
  let preview;
  try {
    preview = await undo(top(href), change.id, {preview: true});
  } catch (failure) {
    if (failure.condition !== 'T:changed-since') {
      throw failure;
    }
    since = failure.hrefs;
    preview = await undo(top(href), change.id, {preview: true, override: true});
  }
  const override = since.length > 0;
  return ask({
    title: t('undo.title', {author: change.author, time: time(change.time)}),
    body: html`
      ${override ? html`<p>${t('undo.since')}</p>${paths(since, href)}` : nothing}
      <p>${override ? t('undo.rest') : t('undo.would')}</p>
      ${outcome(preview, href)}`,
    ok: isNothing(preview) ? '' : t(override ? 'undo.doRest' : 'undo.do'),
    async deed() {
      await undo(top(href), change.id, {override});
      notice(t('undo.done'));
    },
  });
}
