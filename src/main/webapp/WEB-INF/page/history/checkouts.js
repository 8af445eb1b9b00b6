/**
 * Who has checked a document out; one's own working copies can be filled and checked in.
 * @module
 */

import {html, nothing} from 'lit';
import {upload} from '../dav.js';
import {notice} from '../parts/notices.js';
import {t} from '../texts.js';
import {checkIn, giveUp} from './deeds.js';

/**
 * The list; nothing where nobody has.
 * @param {{owner: string, comment: string, revision: string, working: string}[]} checkouts
 * @param {{name: string}} user who looks
 * @param {(deed: () => unknown) => void} act does a deed and looks again
 */
export function checkoutList(checkouts, user, act) {
  return checkouts.length === 0 ? nothing : html`
    <ul class="plain checkouts" aria-label=${t('checkout.title')}>${checkouts.map(one => html`
      <li>${t('checkout.by', {owner: one.owner, revision: one.revision})} ${one.comment}
        ${one.owner === user.name ? own(one, act) : nothing}</li>`)}</ul>`;
}

function own({working}, act) {
  const fill = event => {
    const [file] = event.target.files;
    act(async () => {
      await upload(working, file, {overwrite: true});
      notice(t('checkout.filled'));
    });
    event.target.value = '';
  };
  return html`
    <a class="button" href=${working} download>${t('action.download')}</a>
    <label class="button">${t('checkout.fill')}<input type="file" @change=${fill}></label>
    <button type="button" class="main" @click=${() => act(() => checkIn(working))}>${t('checkout.in')}</button>
    <button type="button" @click=${() => act(() => giveUp(working))}>${t('checkout.giveUp')}</button>`;
}
