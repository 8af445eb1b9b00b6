/**
 * What a screen shows while it has nothing to show: that it waits, that there is nothing, that it failed; and what to do next.
 * @module
 */

import {html, nothing} from 'lit';
import {reason, t} from '../texts.js';

/** Something is on its way. */
export function loading(words = t('app.loading')) {
  return html`<p class="state" role="status">${words}</p>`;
}

/** There is nothing. */
export function empty(words, hint = '') {
  return html`<div class="state"><p>${words}</p>${hint ? html`<p class="hint">${hint}</p>` : nothing}</div>`;
}

/** Something failed; `again` tries once more. */
export function failed(failure, again) {
  return html`
    <div class="state" role="alert">
      <p>${reason(failure)}</p>
      ${again ? html`<button type="button" @click=${again}>${t('app.again')}</button>` : nothing}
    </div>`;
}
