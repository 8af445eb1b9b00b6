/**
 * What is the reader's own: locks, checkouts, app passwords, those of signed-in browsers among them.
 * @module
 */

import {html} from 'lit';
import '../holdings/tables.js';
import {Screen} from '../parts/screen.js';
import {t} from '../texts.js';

class Mine extends Screen {
  async load() {
    this.name(t('mine.title'));
  }

  render() {
    return html`
      <h1>${t('mine.title')}</h1>
      ${['lock', 'checkout', 'password'].map(kind => html`
        <tm-holdings kind=${kind} whose=${this.user.name} .user=${this.user}></tm-holdings>`)}`;
  }
}

customElements.define('tm-mine', Mine);
