/**
 * Ending what somebody holds: one's own at a click, somebody else's with a reason.
 * @module
 */

import {html} from 'lit';
import {decoded} from '../dav.js';
import {endCheckout, endLock, revoke} from '../dav/holdings.js';
import {ask} from '../parts/dialog.js';
import {t} from '../texts.js';

const ENDS = {lock: endLock, checkout: endCheckout, password: revoke};

/**
 * Ends something. Answers whether it was done.
 * @param {'lock'|'checkout'|'password'} kind
 * @param {{user: string, href: string, name?: string}} one
 * @param {{name: string}} user who looks
 */
export function end(kind, one, user) {
  const others = one.user !== user.name;
  const values = {user: one.user, what: one.name ?? decoded(one.href)};
  return ask({
    title: t(`hold.end.${kind}`, values),
    body: html`
      <p>${t(others ? `hold.others.${kind}` : `hold.own.${kind}`, values)}</p>
      ${others ? html`<label>${t('hold.reason')} <input name="reason" required autofocus maxlength="1000"></label>
        <p class="hint">${t('hold.reasonHint')}</p>` : ''}`,
    ok: t(`hold.do.${kind}`),
    grave: kind === 'checkout' || others,
    deed: fields => ENDS[kind](one, fields.reason?.trim()),
  });
}
