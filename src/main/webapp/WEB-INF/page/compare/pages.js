/**
 * Two documents of pages, page by page: both as they look, and what their words say. The library that draws them is large, and
 * comes when it is needed.
 * @module
 */

import {LitElement, html, nothing} from 'lit';
import {GlobalWorkerOptions, getDocument} from '../pdf/pdf.min.mjs';
import {failed, loading} from '../parts/states.js';
import {t} from '../texts.js';
import {compareTexts, textTable, unfolded} from './text.js';

/** Only this page's own script becomes a worker. */
const policy = globalThis.trustedTypes?.createPolicy('pdf-worker', {createScriptURL: url => url}) ?? {createScriptURL: url => url};
const WIDTH_PIXELS = 900;

class Pages extends LitElement {
  static properties = {
    older: {attribute: false}, newer: {attribute: false}, page: {state: true}, counts: {state: true}, text: {state: true},
    failure: {state: true},
  };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.page = 1;
    this.worker = new Worker(policy.createScriptURL(import.meta.resolve('../pdf/pdf.worker.min.mjs')), {type: 'module'});
    GlobalWorkerOptions.workerPort = this.worker;
    this.open().catch(failure => { this.failure = failure; });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    GlobalWorkerOptions.workerPort = null;
    this.worker.terminate();
  }

  async open() {
    // The bytes go to the worker, and are not here any more.
    this.documents = await Promise.all([this.older, this.newer].map(bytes =>
      getDocument({data: bytes.slice(), isEvalSupported: false, useWasm: false, enableXfa: false}).promise));
    this.counts = this.documents.map(({numPages}) => numPages);
    await this.show();
  }

  async go(page) {
    this.page = Math.min(Math.max(page, 1), Math.max(...this.counts));
    await this.show();
  }

  /** Draws a page of both, and compares its words. */
  async show() {
    const {page} = this;
    this.text = undefined;
    await this.updateComplete;
    const canvases = [...this.querySelectorAll('canvas')];
    const texts = await Promise.all(this.documents.map((document, i) => draw(document, page, canvases[i])));
    if (page === this.page) {
      this.text = compareTexts(...texts);
    }
  }

  render() {
    if (this.failure) {
      return failed(this.failure);
    }
    return !this.counts ? loading() : html`
      <div class="tools">
        <button type="button" ?disabled=${this.page === 1} @click=${() => this.go(this.page - 1)}>${t('compare.lastPage')}</button>
        <span role="status">${t('compare.pageOf', {page: this.page, all: Math.max(...this.counts)})}</span>
        <button type="button" ?disabled=${this.page >= Math.max(...this.counts)} @click=${() => this.go(this.page + 1)}>
          ${t('compare.nextPage')}</button>
      </div>
      <div class="pages">
        ${['compare.older', 'compare.newer'].map(side => html`<figure><figcaption>${t(side)}</figcaption>
          <canvas role="img" aria-label="${t(side)}, ${t('compare.page')} ${this.page}"></canvas></figure>`)}
      </div>
      <h2>${t('compare.pageText')}</h2>
      ${!this.text ? loading() : html`<p role="status">${t('compare.counted', {removed: this.text.removed, added: this.text.added})}</p>
        ${this.text.stretches.length ? textTable(this.text.stretches, stretch => {
          this.text = {...this.text, stretches: unfolded(this.text.stretches, stretch)};
        }) : nothing}`}`;
  }
}

/** Draws one page, and answers its words; where there is no such page, nothing. */
async function draw(document, number, canvas) {
  const context = canvas.getContext('2d');
  if (number > document.numPages) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    return '';
  }
  const page = await document.getPage(number);
  const [{width}] = [page.getViewport({scale: 1})];
  const viewport = page.getViewport({scale: WIDTH_PIXELS / width});
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({canvas, canvasContext: context, viewport}).promise;
  const {items} = await page.getTextContent();
  return items.map(item => item.str + (item.hasEOL ? '\n' : '')).join('');
}

customElements.define('tm-pages', Pages);
