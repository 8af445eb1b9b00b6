/**
 * Rights and policies in plain words.
 * @module
 */

import {decoded} from '../dav.js';
import {language, t} from '../texts.js';

/** What a list of privileges lets somebody do. */
function mayWords(privileges) {
  const has = name => privileges.includes('all') || privileges.includes(name);
  if (has('write') && has('write-acl')) {
    return t('right.all');
  }
  return [t(has('write') ? 'right.write' : has('read') ? 'right.read' : 'right.read-acl'), has('write-acl') && t('right.write-acl')]
    .filter(Boolean).join(', ');
}

const NAMES = {
  everyone: () => t('right.everyone'),
  owner: (grant, owner) => t('right.owner', {owner}),
  group: ({who}) => (['admin', 'writer', 'reader'].includes(who) ? t(`right.role.${who}`) : t('right.group', {group: who})),
  user: ({who}) => who,
};

/** Whether no folder on the way has a list: then the roles say who may do what, as the server writes it. */
export function areByRole(grants) {
  const said = grants.filter(grant => !grant.fixed)
    .map(grant => `${grant.kind} ${grant.who} ${[...grant.privileges].sort()}${grant.from}`).sort();
  return String(said) === 'group reader read,read-acl,group writer read,read-acl,write';
}

/**
 * Who may do what in a folder, and why.
 * @param {import('../dav/care.js').Keeping} about
 * @returns {{who: string, may: string, why: string, from: string}[]}
 */
export function holdersOf({grants, owner}) {
  const byRole = areByRole(grants);
  return grants.map(grant => ({
    who: NAMES[grant.kind](grant, owner),
    may: mayWords(grant.privileges),
    why: grant.from ? t('right.from', {path: decoded(grant.from)}) : grant.fixed ? t('right.always')
      : t(byRole ? 'right.byRole' : 'right.here'),
    from: grant.from,
  }));
}

const UNITS = {Y: 'year', M: 'month', W: 'week', D: 'day'};
const TIMES = {H: 'hour', M: 'minute', S: 'second'};

/** An ISO 8601 duration in words; as it is where it is none. */
export function durationWords(text) {
  const [, dates, times = ''] = /^P([^T]*)(?:T(.*))?$/.exec(text ?? '') ?? [];
  const parts = [[dates ?? '', UNITS], [times, TIMES]].flatMap(([some, units]) =>
    [...some.matchAll(/(\d+)([A-Z])/g)].map(([, count, letter]) => new Intl.NumberFormat(language, {
      style: 'unit', unit: units[letter] ?? 'day', unitDisplay: 'long',
    }).format(Number(count))));
  return parts.length > 0 ? parts.join(' ') : text;
}

/** A policy in sentences. @param {import('../dav/care.js').Policy} policy */
export function policyWords({session, keeps}) {
  return [
    ...(session ? [t('policy.session', {time: durationWords(session)})] : []),
    ...keeps.map(keep => t(keep.for === 'ever'
      ? keep.every === 'all' ? 'policy.everAll' : 'policy.ever'
      : keep.every === 'all' ? 'policy.forAll' : 'policy.for',
    {time: durationWords(keep.for), every: durationWords(keep.every)})),
    ...(keeps.length === 0 ? [t('policy.rest')] : []),
  ];
}
