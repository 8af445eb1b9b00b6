/**
 * Signing in: with a name and a password, or at the OpenID provider's own page.
 * @module
 */

import {LitElement, html, nothing} from 'lit';
import {signIn, whoAmI} from '../dav.js';
import * as provider from '../provider.js';
import {reason, t} from '../texts.js';

class SignIn extends LitElement {
  static properties = {problem: {state: true}, busy: {state: true}};

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = `${t('signIn.title')} – Tidemark`;
    if (provider.isBack()) {
      this.enter(() => provider.finish());
    }
  }

  firstUpdated() {
    this.querySelector('input, button')?.focus();
  }

  /** Signs in, and sees whether the browser's cookie counts. */
  async enter(deed) {
    this.busy = true;
    this.problem = '';
    try {
      await deed();
      try {
        await whoAmI();
      } catch (failure) {
        this.problem = failure.status === 401 ? t('signIn.oldBrowser') : failure.status === 403 ? t('signIn.noRole') : reason(failure);
        return;
      }
      this.dispatchEvent(new Event('signed-in'));
    } catch (failure) {
      this.problem = this.words(failure);
    } finally {
      this.busy = false;
    }
  }

  words(failure) {
    if (failure.condition === 'T:own-credentials-required') {
      return t('signIn.appPassword');
    }
    return {401: t('signIn.wrong'), 403: t('signIn.noRole'), 429: t('signIn.wait')}[failure.status] ?? reason(failure);
  }

  submit(event) {
    event.preventDefault();
    const {user, password} = Object.fromEntries(new FormData(event.target));
    this.enter(() => signIn({user, password}));
  }

  render() {
    return html`
      <section class="card">
        <h1>${t('signIn.title')}</h1>
        ${isSecureContext ? nothing : html`<p class="problem">${t('signIn.insecure')}</p>`}
        ${provider.isUsed ? this.atProvider() : nothing}
        <form @submit=${this.submit}>
          <label>${t('signIn.user')}
            <input name="user" autocomplete="username" required autocapitalize="none" spellcheck="false"></label>
          <label>${t('signIn.password')}
            <input name="password" type="password" autocomplete="current-password" required></label>
          <p class="problem" role="alert">${this.problem}</p>
          <button class="main" ?disabled=${this.busy}>${t('signIn.submit')}</button>
        </form>
      </section>`;
  }

  atProvider() {
    return provider.isThere
      ? html`<button type="button" class="main" ?disabled=${this.busy} @click=${provider.visit}>${t('signIn.provider')}</button>`
      : html`<p class="problem">${t('signIn.providerAway')}</p>`;
  }
}

customElements.define('tm-sign-in', SignIn);
