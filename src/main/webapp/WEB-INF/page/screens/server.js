/**
 * The server, for administrators: how it is, and all that people hold.
 * @module
 */

import {html, nothing} from 'lit';
import {server} from '../dav/holdings.js';
import '../holdings/tables.js';
import {Screen} from '../parts/screen.js';
import {failed, loading} from '../parts/states.js';
import {addressOf, go} from '../router.js';
import {exactTime, t, time} from '../texts.js';

/** Numbering that takes longer is worth a word. */
const PATIENCE = 60_000;

class Server extends Screen {
  static properties = {state: {state: true}};

  async load() {
    this.name(t('server.title'));
    this.state = await server({signal: this.signal});
  }

  filter(event) {
    event.preventDefault();
    go(addressOf('server', '/', {user: new FormData(event.target).get('user').trim()}));
  }

  render() {
    const whose = this.query?.get('user') ?? '';
    return html`
      <h1>${t('server.title')}</h1>
      ${this.failure ? failed(this.failure, () => this.reload()) : !this.state ? loading() : html`
        ${this.facts()}
        <p><a href=${addressOf('care', '/files/')}>${t('server.space')}</a></p>
        <form class="tools" @submit=${this.filter}>
          <label>${t('server.user')} <input name="user" .value=${whose}></label>
          <button>${t('changes.filter')}</button>
        </form>
        ${['lock', 'checkout', 'password'].map(kind => html`
          <tm-holdings kind=${kind} whose=${whose} .user=${this.user}></tm-holdings>`)}`}`;
  }

  facts() {
    const {version, schema, waiting, history, indexed} = this.state;
    const late = waiting && Date.now() - Date.parse(waiting) > PATIENCE;
    const at = moment => html`<span title=${exactTime(moment)}>${time(moment)}</span>`;
    return html`<dl class="sides facts">
      <dt>${t('server.version')}</dt><dd>${version || '?'} ${t('server.schema', {schema})}</dd>
      <dt>${t('server.numbering')}</dt><dd>${late ? html`<strong class="problem">${t('server.late', {time: time(waiting)})}</strong>`
        : t('server.inTime')}</dd>
      <dt>${t('server.history')}</dt><dd>${history ? html`${t('server.since')} ${at(history)}` : t('server.noHistory')}</dd>
      <dt>${t('server.index')}</dt><dd>${indexed ? html`${t('server.until')} ${at(indexed)}` : t('server.noIndex')}</dd>
    </dl>${late ? html`<p class="hint">${t('server.lateHint')}</p>` : nothing}`;
  }
}

customElements.define('tm-server', Server);
