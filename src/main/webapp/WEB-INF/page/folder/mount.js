/**
 * "Use this folder as a drive": its address, a password that is good for it alone, and what to type where.
 * @module
 */

import {html, nothing, render} from 'lit';
import {decoded, makeAppPassword, nameOfHref} from '../dav.js';
import {ask} from '../parts/dialog.js';
import {notice} from '../parts/notices.js';
import {reason, t} from '../texts.js';

/** Shows how to mount a folder. */
export function mount(href, user) {
  const place = document.createElement('div');
  const draw = secret => render(content(href, user, secret, draw), place);
  draw('');
  return ask({title: t('mount.title', {name: nameOfHref(href)}), body: place});
}

function content(href, user, secret, draw) {
  const url = new URL(href, location.href);
  const share = url.protocol === 'https:' ? `\\\\${url.hostname}@SSL${url.port && `@${url.port}`}` : `\\\\${url.hostname}@${url.port || 80}`;
  const windows = `net use * "${share}${decoded(url.pathname).replaceAll('/', '\\')}" /user:${user.name} *`;
  const linux = `gio mount ${url.protocol === 'https:' ? 'davs' : 'dav'}://${user.name}@${url.host}${url.pathname}`;
  return html`
    <p>${t('mount.explain')}</p>
    ${secret ? html`
      ${line(t('mount.user'), user.name)} ${line(t('mount.secret'), secret)}
      <p class="hint">${t('mount.secretOnce')}</p>` : html`
      <p><label class="check"><input type="checkbox" class="read-only"> ${t('mount.readOnly')}</label>
      <button type="button" class="main" @click=${event => make(event, href, user, draw)}>${t('mount.make')}</button></p>`}
    ${line(t('mount.address'), url.href)}
    ${line(t('mount.windows'), windows)} ${line(t('mount.mac'), url.href)} ${line(t('mount.linux'), linux)}`;
}

function line(words, text) {
  const copy = () => navigator.clipboard.writeText(text).then(() => notice(t('copy.copied')));
  return html`<p class="typed"><span>${words}</span> <code>${text}</code>
    ${navigator.clipboard ? html`<button type="button" class="quiet" @click=${copy} aria-label="${t('copy.copy')}: ${words}">
      ${t('copy.copy')}</button>` : nothing}</p>`;
}

async function make(event, href, user, draw) {
  const readOnly = event.target.closest('p').querySelector('.read-only').checked;
  try {
    draw(await makeAppPassword(user.name, {name: t('mount.passwordName', {path: decoded(href)}).slice(0, 255), path: href, readOnly}));
  } catch (failure) {
    notice(reason(failure), {bad: true});
  }
}
