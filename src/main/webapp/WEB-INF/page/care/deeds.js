/**
 * Changing who may do what, how much may be stored, and how long versions stay: each deed asks, and answers whether it was done.
 * @module
 */

import {html} from 'lit';
import {setGrants, setHold, setLimit, setRetention} from '../dav/care.js';
import {ask, refuse} from '../parts/dialog.js';
import {t} from '../texts.js';
import {areByRole} from './words.js';

const LEVELS = {read: ['read'], write: ['read', 'write'], all: ['all']};
/** So many further people can be named at once. */
const FURTHER = 3;

const levelOf = privileges => (privileges.includes('all') || privileges.includes('write-acl') ? 'all'
  : privileges.includes('write') ? 'write' : 'read');

/** Who may do what in a folder: who is listed, and room for more. */
export function changeRights(href, grants) {
  const listed = areByRole(grants) ? [] : grants.filter(grant => !grant.fixed);
  const rows = [...listed, ...Array.from({length: FURTHER}, () => ({who: '', kind: 'user', privileges: ['read']}))];
  return ask({
    title: t('care.change'),
    body: html`
      <p>${t('care.changeHint')}</p>
      ${rows.map((grant, i) => html`<fieldset class="row-fields"><legend class="hidden">${grant.who || t('care.further')}</legend>
        <label>${t('care.kind')} <select name="kind${i}">${['user', 'group', 'everyone'].map(kind => html`
          <option value=${kind} ?selected=${kind === grant.kind}>${t(`care.kind.${kind}`)}</option>`)}</select></label>
        <label>${t('folder.name')} <input name="who${i}" .value=${grant.who}></label>
        <label>${t('care.may')} <select name="level${i}">${['none', ...Object.keys(LEVELS)].map(level => html`
          <option value=${level} ?selected=${level === levelOf(grant.privileges)}>${t(`care.level.${level}`)}</option>`)}</select></label>
      </fieldset>`)}
      <p class="hint">${t('care.emptyHint')}</p>`,
    ok: t('app.ok'),
    deed: fields => setGrants(href, rows.map((grant, i) => ({
      kind: fields[`kind${i}`],
      who: fields[`who${i}`].trim(),
      level: fields[`level${i}`],
      // What is not changed stays exactly as it is, also where it is none of the levels.
      privileges: grant.who && fields[`level${i}`] === levelOf(grant.privileges) ? grant.privileges : LEVELS[fields[`level${i}`]],
    })).filter(({kind, who, level}) => level !== 'none' && (who || kind === 'everyone'))),
  });
}

const UNITS = {kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12};

/** How much may be stored through a folder. */
export function changeLimit({href, limit}) {
  const unit = Object.keys(UNITS).findLast(name => limit >= UNITS[name] && limit % UNITS[name] === 0) ?? 'GB';
  return ask({
    title: t('care.setLimit'),
    body: html`
      <label>${t('care.limitSize')} <input name="count" inputmode="decimal" autofocus
        .value=${limit === undefined ? '' : String(limit / UNITS[unit])}></label>
      <label>${t('care.unit')} <select name="unit">${Object.keys(UNITS).map(name => html`
        <option ?selected=${name === unit}>${name}</option>`)}</select></label>
      <p class="hint">${t('care.limitHint')}</p>`,
    ok: t('app.ok'),
    deed: fields => {
      const count = Number(fields.count.replace(',', '.'));
      if (!(count >= 0)) {
        refuse(t('care.noNumber'));
      }
      return setLimit(href, fields.count.trim() ? Math.round(count * UNITS[fields.unit]) : undefined);
    },
  });
}

const RULES = 4;
const DURATION = 'P(?=.)(\\d+[YMWD])*(T(\\d+[HMS])+)?';

/** How long versions stay. */
export function changeRetention({href, retention}) {
  const keeps = [...retention?.keeps ?? [], ...Array(RULES).fill({for: '', every: ''})].slice(0, Math.max(RULES, retention?.keeps.length ?? 0));
  return ask({
    title: t('care.setRetention'),
    body: html`
      <p>${t('care.retentionHint')}</p>
      <label>${t('policy.sessionField')} <input name="session" pattern=${DURATION} .value=${retention?.session ?? ''}></label>
      ${keeps.map((keep, i) => html`<fieldset class="row-fields"><legend class="hidden">${t('policy.rule', {number: String(i + 1)})}</legend>
        <label>${t('policy.forField')} <input name="for${i}" pattern="ever|${DURATION}" .value=${keep.for}></label>
        <label>${t('policy.everyField')} <input name="every${i}" pattern="all|${DURATION}" .value=${keep.every}></label></fieldset>`)}
      <p class="hint">${t('care.durationHint')}</p>`,
    ok: t('app.ok'),
    deed: fields => {
      const wanted = {
        session: fields.session.trim(),
        keeps: keeps.map((keep, i) => ({for: fields[`for${i}`].trim(), every: fields[`every${i}`].trim() || 'all'})).filter(keep => keep.for),
      };
      return setRetention(href, wanted.session || wanted.keeps.length > 0 ? wanted : undefined);
    },
  });
}

/** Whether all of a folder is held, and why. */
export function changeHold({href, hold}) {
  return ask(hold ? {
    title: t('care.endHold'),
    body: html`<p>${hold}</p><p>${t('care.endHoldHint')}</p>`,
    ok: t('care.endHold'),
    grave: true,
    deed: () => setHold(href, ''),
  } : {
    title: t('care.beginHold'),
    body: html`<label>${t('hold.reason')} <input name="reason" required maxlength="2000" autofocus></label>`,
    ok: t('care.beginHold'),
    deed: fields => setHold(href, fields.reason.trim()),
  });
}
