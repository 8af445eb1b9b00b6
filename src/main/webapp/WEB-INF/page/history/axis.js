/**
 * An axis of time with a mark for each change: a slider goes from change to change, a field takes any time.
 * @module
 */

import {LitElement, html, nothing, svg} from 'lit';
import {exactTime, t, time} from '../texts.js';
import {fromField, toField} from './states.js';

const LENGTH = 1000;

class Axis extends LitElement {
  static properties = {
    /** the changes, oldest first */
    changes: {},
    /** the chosen time, RFC 3339 */
    at: {},
    /** the change that the slider is at while it moves */
    moving: {state: true},
  };

  createRenderRoot() {
    return this;
  }

  /** The last change that had happened at the chosen time. */
  get index() {
    const named = this.moving ?? this.changes.findLastIndex(change => change.time === this.at);
    return named >= 0 ? named : this.changes.findLastIndex(change => Date.parse(change.time) <= Date.parse(this.at));
  }

  choose(at) {
    this.moving = undefined;
    if (at) {
      this.dispatchEvent(new CustomEvent('choose', {detail: at}));
    }
  }

  submit(event) {
    event.preventDefault();
    this.choose(fromField(new FormData(event.target).get('at')));
  }

  render() {
    const change = this.changes[this.index];
    return html`
      ${this.changes.length > 0 ? html`
        ${this.marks()}
        <label>${t('moment.slider')}
          <input type="range" min="0" max=${this.changes.length - 1} step="1" .value=${String(Math.max(this.index, 0))}
            aria-valuetext=${this.words(change ?? this.changes[0])}
            @input=${event => { this.moving = Number(event.target.value); }}
            @change=${event => this.choose(this.changes[Number(event.target.value)].time)}></label>
        <p class="hint">${change ? this.words(change) : t('moment.before')}</p>` : nothing}
      <form class="tools" @submit=${this.submit}>
        <label>${t('moment.time')} <input type="datetime-local" name="at" step="1" required .value=${toField(this.at)}></label>
        <button>${t('moment.go')}</button>
      </form>`;
  }

  words(change) {
    return t('moment.change', {time: time(change.time), author: change.author, count: change.items.length + change.further});
  }

  marks() {
    const start = Date.parse(this.changes[0].time);
    const span = Math.max(Date.now() - start, 1);
    const x = at => Math.round((Date.parse(at) - start) / span * LENGTH);
    const mark = (at, name) => svg`<line class=${name} x1=${x(at)} x2=${x(at)} y1="0" y2="24"></line>`;
    return html`
      <svg class="axis" viewBox="-4 0 ${LENGTH + 8} 24" preserveAspectRatio="none" aria-hidden="true">
        <line class="base" x1="0" x2=${LENGTH} y1="23" y2="23"></line>
        ${this.changes.map(change => mark(change.time, 'mark'))}${mark(this.at, 'now')}
      </svg>
      <div class="ends"><span title=${exactTime(this.changes[0].time)}>${time(this.changes[0].time)}</span><span>${t('state.now')}</span></div>`;
  }
}

customElements.define('tm-axis', Axis);
