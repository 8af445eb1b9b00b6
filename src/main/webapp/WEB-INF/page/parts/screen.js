/**
 * What every screen is: an element that shows one thing at one address.
 * @module
 */

import {LitElement} from 'lit';

/**
 * A screen loads anew when what it shows is another. It draws into the page itself, not into a shadow, so that one style sheet
 * holds for all.
 */
export class Screen extends LitElement {
  static properties = {
    /** what it shows: a path as the server writes it */
    href: {},
    /** how, a URLSearchParams */
    query: {},
    /** who looks: {name, href} */
    user: {},
    failure: {state: true},
  };

  /** Ends what the screen has begun when it shows something else or goes. */
  #going = new AbortController();

  createRenderRoot() {
    return this;
  }

  /** @returns {AbortSignal} for requests about what is shown now */
  get signal() {
    return this.#going.signal;
  }

  willUpdate(changed) {
    if (changed.has('href') || (changed.has('query') && String(changed.get('query') ?? '') !== String(this.query))) {
      this.reload();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#going.abort();
  }

  /** Ends what is under way, and loads. */
  async reload() {
    this.#going.abort();
    this.#going = new AbortController();
    this.failure = undefined;
    await this.attempt(() => this.load());
  }

  /** Does something, and shows why it failed if it did. */
  async attempt(deed) {
    try {
      await deed();
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.failure = failure;
      }
    }
  }

  /** Fetches what the screen shows; to be written by each. */
  async load() {}

  /** What the window is called. */
  name(words) {
    document.title = `${words} – Tidemark`;
  }
}
