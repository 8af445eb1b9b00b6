/**
 * Short notices that somebody who does not look at them hears, too.
 * @module
 */

import {html, nothing, render} from 'lit';
import {t} from '../texts.js';

const SECONDS = 8;
let shown = [];

/**
 * Shows one for a while.
 * @param {string} words
 * @param {{bad?: boolean}} [how] bad: it stays until it is put away
 */
export function notice(words, {bad = false} = {}) {
  const one = {words, bad};
  shown = [...shown, one];
  draw();
  if (!bad) {
    setTimeout(() => putAway(one), SECONDS * 1000);
  }
}

function putAway(one) {
  shown = shown.filter(other => other !== one);
  draw();
}

function draw() {
  const place = document.getElementById('notices');
  if (place) {
    render(shown.map(one => html`
      <p class=${one.bad ? 'notice bad' : 'notice'}>${one.words}
        ${one.bad ? html`<button type="button" class="quiet" @click=${() => putAway(one)}>${t('app.close')}</button>` : nothing}
      </p>`), place);
  }
}
