/**
 * The versions of a text, one after the other by a slider: each as it was, with what it changed marked.
 * @module
 */

import {LitElement, html, nothing} from 'lit';
import {LARGEST, textOf} from '../compare/file.js';
import {compareTexts, textTable, unfolded} from '../compare/text.js';
import {content} from '../dav/revisions.js';
import {failed, loading} from '../parts/states.js';
import {exactTime, size, t, time} from '../texts.js';

class Slider extends LitElement {
  static properties = {href: {}, revisions: {attribute: false}, at: {state: true}, found: {state: true}, failure: {state: true}};

  #texts = new Map();

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('href') || changed.has('revisions')) {
      this.#texts.clear();
      this.show(this.revisions.length - 1);
    }
  }

  /** What a version says; each is fetched once. */
  text({revision, size: bytes}) {
    if (!this.#texts.has(revision)) {
      this.#texts.set(revision, bytes > LARGEST ? Promise.resolve(undefined)
        : content(this.href, revision).then(textOf));
    }
    return this.#texts.get(revision);
  }

  /** Shows the version at a place, the oldest being at 0. */
  async show(at) {
    this.at = at;
    this.failure = undefined;
    const [before, now] = [this.revisions[at - 1], this.revisions[at]];
    try {
      const [old, fresh] = await Promise.all([before ? this.text(before) : '', this.text(now)]);
      if (at === this.at) {
        this.found = old === undefined || fresh === undefined ? {none: true} : compareTexts(before ? old : fresh, fresh);
      }
    } catch (failure) {
      this.#texts.clear();
      this.failure = failure;
    }
  }

  render() {
    const one = this.revisions[this.at];
    const words = t('history.sliderAt', {revision: one.revision, time: time(one.time), author: one.author});
    return html`<section class="panel">
      <label>${t('history.slider')}
        <input type="range" min="0" max=${this.revisions.length - 1} .value=${String(this.at)} aria-valuetext=${words}
          @input=${event => this.show(Number(event.target.value))}></label>
      <p role="status"><strong title=${exactTime(one.time)}>${words}</strong> ${one.comment}
        ${one.labels.map(label => html`<span class="badge label">${label}</span>`)}</p>
      ${this.failure ? failed(this.failure, () => this.show(this.at)) : !this.found ? loading()
        : this.found.none ? html`<p>${t('compare.tooLarge', {size: size(LARGEST)})}</p>` : this.table()}
    </section>`;
  }

  table() {
    const {stretches, removed, added} = this.found;
    return html`${this.at === 0 ? nothing : html`<p class="hint">${t('compare.counted', {removed, added})}</p>`}
      ${textTable(stretches, stretch => { this.found = {...this.found, stretches: unfolded(stretches, stretch)}; })}`;
  }
}

customElements.define('tm-slider', Slider);
