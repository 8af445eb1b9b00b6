/**
 * The frame around every screen: who is signed in, where one can go, and the screen that the address names.
 * @module
 */

import {LitElement, html, nothing} from 'lit';
import {parentOf, signOut, signedOut, whoAmI} from './dav.js';
import {failed, loading} from './parts/states.js';
import {addressOf, go, moves} from './router.js';
import {read, screens} from './screens.js';
import './screens/sign-in.js';
import {isBack, leaveProvider} from './provider.js';
import {t} from './texts.js';

/** The screens that the frame leads to; those in which the folder that one is in does not count begin at their own beginning. */
const NAVIGATION = [['folder', 'app.files'], ['find', 'app.find'], ['spaces', 'app.spaces'], ['mine', 'app.mine'], ['server', 'app.server']];
const OF_FOLDER = new Set(['folder', 'find']);

class Shell extends LitElement {
  static properties = {
    /** undefined until the server has said who we are; null when we are nobody */
    user: {state: true},
    failure: {state: true},
    screen: {state: true},
    shown: {state: true},
  };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    moves.addEventListener('moved', () => this.show());
    signedOut.addEventListener('signed-out', () => {
      this.user = null;
    });
    this.enter();
  }

  /** Asks who we are, and shows what the address names. */
  async enter() {
    this.failure = undefined;
    try {
      this.user = await whoAmI();
      await this.show();
    } catch (failure) {
      if (failure.status === 401) {
        this.user = null;
      } else {
        this.failure = failure;
      }
    }
  }

  async show() {
    const {screen} = read(location);
    this.shown = screen;
    if (!this.user) {
      return;
    }
    try {
      await screens[screen].load();
    } catch (failure) {
      this.failure = failure;
      return;
    }
    const {screen: wanted, href, query} = read(location);
    if (wanted !== screen) {
      // Somebody has gone elsewhere while the module came.
      return;
    }
    const {element} = screens[screen];
    const current = this.screen?.localName === element ? this.screen : document.createElement(element);
    Object.assign(current, {href, query, user: this.user});
    const other = this.screen && this.screen !== current;
    this.screen = current;
    if (other) {
      await this.updateComplete;
      this.querySelector('main').focus();
    }
  }

  async leave() {
    await signOut().catch(() => {});
    this.user = null;
    this.screen = undefined;
    leaveProvider();
  }

  render() {
    return html`
      <a class="skip" href="#content" @click=${this.skip}>${t('app.skip')}</a>
      <header class="bar">
        <a class="brand" href="/ui/">Tidemark</a>
        ${this.user ? this.navigation() : nothing}
      </header>
      <main id="content" tabindex="-1">${this.content()}</main>
      <div id="notices" role="status" aria-live="polite"></div>`;
  }

  content() {
    if (this.failure) {
      return failed(this.failure, () => this.enter());
    }
    if (this.user === undefined) {
      return loading();
    }
    return this.user ? this.screen ?? loading() : html`<tm-sign-in @signed-in=${this.enter}></tm-sign-in>`;
  }

  navigation() {
    return html`
      <nav aria-label=${t('app.navigation')}>
        ${NAVIGATION.filter(([screen]) => screen !== 'server' || this.user.admin).map(([screen, words]) => html`
          <a href=${addressOf(screen, this.shown === screen || !OF_FOLDER.has(screen) ? undefined : this.folder)}
             aria-current=${this.shown === screen ? 'page' : nothing}>${t(words)}</a>`)}
      </nav>
      <span class="user">${t('app.user', {name: this.user.name})}</span>
      <button type="button" class="quiet" @click=${this.leave}>${t('app.signOut')}</button>`;
  }

  /** The folder that the screen is about, or that its file is in. */
  get folder() {
    const href = this.screen?.href;
    return href?.endsWith('/') ? href : href && parentOf(href);
  }

  skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }
}

customElements.define('tm-app', Shell);

if (/^\/ui\/?$/.test(location.pathname) && !isBack()) {
  go(addressOf('folder'), {replace: true});
}
