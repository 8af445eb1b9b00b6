/**
 * What the views of a workspace have in common: an element that fetches anew when it shows another workspace, or what that says of
 * itself is new.
 * @module
 */

import {LitElement} from 'lit';
import {notice} from '../parts/notices.js';
import {reason} from '../texts.js';

export class Part extends LitElement {
  static properties = {space: {attribute: false}, parent: {attribute: false}, failure: {state: true}};

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('space')) {
      this.reload();
    }
  }

  async reload() {
    this.failure = undefined;
    try {
      await this.load();
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** Fetches what it shows; to be written by each. */
  async load() {}

  /** Does something, tells who shows the part that it was done, and says why if it fails. */
  async do(deed) {
    try {
      if (await deed() !== false) {
        this.dispatchEvent(new Event('done'));
      }
    } catch (failure) {
      notice(reason(failure), {bad: true});
      this.dispatchEvent(new Event('done'));
    }
  }
}
