/**
 * The rule of a dynamic configuration, as conditions that one sets, and what it selects.
 * @module
 */

import {html, nothing} from 'lit';
import {ruleOf, selected, setRule} from '../dav/spaces.js';
import {notice} from '../parts/notices.js';
import {empty, failed, loading} from '../parts/states.js';
import {within} from '../parts/trail.js';
import {addressOf} from '../router.js';
import {exactTime, t, time} from '../texts.js';
import {titleOf} from './deeds.js';
import {Part} from './part.js';

const KINDS = ['label', 'href', 'tip', 'configurationid', 'branchid', 'revisionid'];
const DEPTHS = ['infinity', '1', '0'];
const SHOWN = 300;
const NEW = {kind: 'label', value: '', depth: 'infinity', not: false};

class Rule extends Part {
  static properties = {all: {attribute: false}, rule: {state: true}, files: {state: true}, many: {state: true}};

  async load() {
    this.rule = ruleOf(this.space.rule);
    this.files = undefined;
    this.many = false;
    try {
      this.files = await selected(this.space.href);
    } catch (failure) {
      if (failure.status !== 403) {
        throw failure;
      }
      this.many = true;
    }
  }

  edit(i, change) {
    const conditions = this.rule.conditions.map((one, at) => (at === i ? {...one, ...change} : one));
    this.rule = {...this.rule, conditions};
  }

  add() {
    this.rule = {...this.rule, conditions: [...this.rule.conditions, NEW]};
  }

  drop(i) {
    this.rule = {...this.rule, conditions: this.rule.conditions.filter((one, at) => at !== i)};
  }

  save(event) {
    event.preventDefault();
    this.do(async () => {
      await setRule(this.space.href, this.rule);
      notice(t('rule.saved'));
    });
  }

  render() {
    return this.failure ? failed(this.failure, () => this.reload()) : html`
      ${this.rule ? this.editor() : html`<p>${t('rule.complex')}</p><pre>${this.space.rule.textContent}</pre>`}
      <h2>${t('rule.selects')}</h2>
      ${this.many ? empty(t('rule.many')) : !this.files ? loading() : this.selection()}`;
  }

  editor() {
    const {any, conditions} = this.rule;
    return html`<form @submit=${this.save}>
      <p>${t('rule.hint')}</p>
      <fieldset class="ways"><legend>${t('rule.join')}</legend>
        ${[false, true].map(way => html`<label class="check"><input type="radio" name="any" .checked=${any === way}
          @change=${() => { this.rule = {...this.rule, any: way}; }}> ${t(way ? 'rule.any' : 'rule.all')}</label>`)}</fieldset>
      ${conditions.map((one, i) => this.condition(one, i))}
      <div class="tools">
        <button type="button" @click=${this.add}>${t('rule.add')}</button>
        <button class="main" ?disabled=${conditions.length === 0 || !this.space.mayWrite}>${t('rule.save')}</button>
      </div></form>`;
  }

  condition(one, i) {
    const number = String(i + 1);
    return html`<fieldset class="row-fields"><legend class="hidden">${t('rule.condition', {number})}</legend>
      <label>${t('rule.not')} <select @change=${event => this.edit(i, {not: event.target.value === 'not'})}>
        <option value="is" ?selected=${!one.not}>${t('rule.is')}</option><option value="not" ?selected=${one.not}>${t('rule.isNot')}</option>
      </select></label>
      <label>${t('rule.kind')} <select @change=${event => this.edit(i, {kind: event.target.value, value: ''})}>${KINDS.map(kind => html`
        <option value=${kind} ?selected=${kind === one.kind}>${t(`rule.kind.${kind}`)}</option>`)}</select></label>
      ${this.value(one, i)}
      <button type="button" aria-label=${t('rule.dropNumber', {number})} @click=${() => this.drop(i)}>${t('rule.drop')}</button></fieldset>`;
  }

  value(one, i) {
    const change = event => this.edit(i, {value: event.target.value});
    switch (one.kind) {
      case 'tip': return nothing;
      case 'configurationid': return html`<label>${t('rule.value')} <select required @change=${change}><option></option>
        ${this.all.filter(space => !space.dynamic).map(space => html`
          <option value=${space.href} ?selected=${space.href === one.value}>${titleOf(space)}</option>`)}</select></label>`;
      case 'href': return html`<label>${t('rule.value')} <input required pattern="/files/.*" .value=${within('', one.value)}
          @change=${event => this.edit(i, {value: encodeURI(event.target.value)})}></label>
        <label>${t('rule.depth')} <select @change=${event => this.edit(i, {depth: event.target.value})}>${DEPTHS.map(depth => html`
          <option value=${depth} ?selected=${depth === one.depth}>${t(`rule.depth.${depth}`)}</option>`)}</select></label>`;
      default: return html`<label>${t('rule.value')} <input required .value=${one.value} @change=${change}></label>`;
    }
  }

  selection() {
    const {files, space} = this;
    return files.length === 0 ? empty(t('rule.nothing')) : html`
      <p role="status">${t('rule.count', {count: files.length})}</p>
      <div class="wide"><table>
        <thead><tr><th scope="col">${t('folder.name')}</th><th scope="col">${t('history.version')}</th>
          <th scope="col">${t('folder.author')}</th><th scope="col">${t('history.when')}</th></tr></thead>
        <tbody>${files.slice(0, SHOWN).map(file => html`<tr>
          <th scope="row"><a href=${addressOf('history', file.href.replace(space.href, '/files/'))}>${within(space.href, file.href)}</a></th>
          <td>${file.revision}</td><td>${file.author}</td><td title=${exactTime(file.time)}>${time(file.time)}</td></tr>`)}</tbody>
      </table></div>
      ${files.length > SHOWN ? html`<p class="hint">${t('rule.more', {count: files.length - SHOWN})}
        <a href=${addressOf('folder', space.href)}>${t('space.look')}</a></p>` : nothing}`;
  }
}

customElements.define('tm-rule', Rule);
