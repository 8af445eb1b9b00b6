/**
 * Uploads of files and whole folders: a few at a time, with how far they are, and a word for each that failed.
 * @module
 */

import {LitElement, html, nothing} from 'lit';
import {hrefIn, makeFolder, upload} from '../dav.js';
import {reason, size, t} from '../texts.js';

const AT_ONCE = 3;
const SHOWN_FAILURES = 200;

/**
 * What was dropped, or chosen in a dialog.
 * @typedef {{path: string[], file: File}} Wanted path: the names of the folders it is in, and its own
 */

/** Files that were chosen in a dialog. @returns {Wanted[]} */
export function chosen(files) {
  return [...files].map(file => ({path: (file.webkitRelativePath || file.name).split('/'), file}));
}

/** Files and folders that were dropped, with all that is in them. @returns {Promise<Wanted[]>} */
export async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  const found = [];
  for (const entry of entries) {
    await collect(entry, [], found);
  }
  return found;
}

async function collect(entry, above, found) {
  const path = [...above, entry.name];
  if (entry.isFile) {
    found.push({path, file: await new Promise((resolve, reject) => entry.file(resolve, reject))});
    return;
  }
  found.push({path, file: undefined});
  const reader = entry.createReader();
  for (let page; (page = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length > 0;) {
    for (const inner of page) {
      await collect(inner, path, found);
    }
  }
}

class Uploads extends LitElement {
  static properties = {failures: {state: true}, all: {state: true}, done: {state: true}};

  #queue = [];
  #running = 0;
  #going = new AbortController();
  #folders = new Map();
  #sent = new Map();

  constructor() {
    super();
    this.reset();
  }

  createRenderRoot() {
    return this;
  }

  reset() {
    this.failures = [];
    this.all = 0;
    this.done = 0;
    this.#sent.clear();
    this.#folders.clear();
    this.#going = new AbortController();
  }

  /** Uploads into a folder. @param {Wanted[]} wanted */
  add(folder, wanted, {overwrite = false} = {}) {
    this.all += wanted.filter(({file}) => file).length;
    this.#queue.push(...wanted.map(one => ({...one, folder, overwrite})));
    while (this.#running < AT_ONCE && this.#queue.length > 0) {
      this.work();
    }
  }

  async work() {
    this.#running++;
    for (let one; (one = this.#queue.shift());) {
      await this.send(one);
    }
    this.#running--;
  }

  async send(one) {
    const {signal} = this.#going;
    try {
      const folder = await this.folderOf(one);
      if (one.file) {
        await upload(hrefIn(folder, one.path.at(-1)), one.file, {
          overwrite: one.overwrite, signal, progress: sent => this.progress(one, sent),
        });
        this.done++;
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.failures = [...this.failures, {...one, failure}];
      }
    } finally {
      this.#sent.delete(one);
    }
  }

  progress(one, sent) {
    this.#sent.set(one, sent);
    this.requestUpdate();
  }

  /** The folder that a file goes to; it and those above it are made, each once. */
  async folderOf({folder, path, file}) {
    let href = folder;
    for (const name of file ? path.slice(0, -1) : path) {
      const inner = hrefIn(href, name, true);
      if (!this.#folders.has(inner)) {
        this.#folders.set(inner, makeFolder(inner, {signal: this.#going.signal}).catch(failure => {
          if (failure.status !== 405) {
            throw failure;
          }
        }));
      }
      await this.#folders.get(inner);
      href = inner;
    }
    return href;
  }

  stop() {
    this.#queue = [];
    this.#going.abort();
    this.#going = new AbortController();
    this.all = this.done + this.failures.length;
  }

  replace(one) {
    this.failures = this.failures.filter(other => other !== one);
    this.all--;
    this.add(one.folder, [one], {overwrite: true});
  }

  render() {
    if (this.all === 0) {
      return nothing;
    }
    const running = this.done + this.failures.length < this.all;
    const bytes = [...this.#sent.values()].reduce((sum, sent) => sum + sent, 0);
    return html`
      <section class="card uploads" aria-label=${t('upload.title')}>
        <p role="status">
          ${running ? t('upload.running', {done: this.done, all: this.all}) : t('upload.finished', {count: this.done})}
          ${running && bytes ? size(bytes) : nothing}
          ${this.failures.length ? html`<strong>${t('upload.failed', {count: this.failures.length})}</strong>` : nothing}
        </p>
        ${running ? html`<progress max=${this.all} .value=${this.done + this.failures.length} aria-label=${t('upload.title')}></progress>
          <button type="button" @click=${this.stop}>${t('upload.cancel')}</button>`
          : html`<button type="button" class="quiet" @click=${this.reset}>${t('upload.dismiss')}</button>`}
        ${this.failures.length ? html`<ul class="plain">${this.failures.slice(0, SHOWN_FAILURES).map(one => html`
          <li><b>${one.path.join('/')}</b> ${reason(one.failure)}
            ${one.failure.status === 412 ? html`<button type="button" @click=${() => this.replace(one)}
              aria-label="${t('upload.replace')}: ${one.path.at(-1)}">${t('upload.replace')}</button>` : nothing}</li>`)}</ul>` : nothing}
      </section>`;
  }
}

customElements.define('tm-uploads', Uploads);
