/**
 * Two pictures: side by side, one over the other with an edge that can be moved, or what differs.
 * @module
 */

import {LitElement, html} from 'lit';
import {t} from '../texts.js';

const WAYS = ['beside', 'swipe', 'difference'];

class Images extends LitElement {
  static properties = {older: {}, newer: {}, way: {state: true}};

  constructor() {
    super();
    this.way = 'beside';
  }

  createRenderRoot() {
    return this;
  }

  updated() {
    if (!this.style.getPropertyValue('--edge')) {
      this.style.setProperty('--edge', '50%');
    }
  }

  render() {
    return html`
      <fieldset class="ways"><legend>${t('compare.way')}</legend>
        ${WAYS.map(way => html`<label class="check"><input type="radio" name="way" .checked=${this.way === way}
          @change=${() => { this.way = way; }}> ${t(`compare.${way}`)}</label>`)}
      </fieldset>
      ${this.way === 'swipe' ? html`<label>${t('compare.edge')}
        <input type="range" min="0" max="100" value="50"
          @input=${event => this.style.setProperty('--edge', `${event.target.value}%`)}></label>` : ''}
      <div class="images ${this.way}">
        <figure><figcaption>${t('compare.older')}</figcaption><img src=${this.older} alt=${t('compare.older')}></figure>
        <figure class="over"><figcaption>${t('compare.newer')}</figcaption><img src=${this.newer} alt=${t('compare.newer')}></figure>
      </div>`;
  }
}

customElements.define('tm-images', Images);
