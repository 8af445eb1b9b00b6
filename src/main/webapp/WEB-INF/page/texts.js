/**
 * Words for people: a table for each language, keyed alike. English is whole; what another lacks is said in English.
 * @module
 */

import en from './texts/en.js';

const LANGUAGES = {de: () => import('./texts/de.js')};

let table = en;

/** The language in use. */
export let language = 'en';

/** Takes the first language that the reader wants and the page speaks. */
export async function choose(wanted = navigator.languages) {
  const known = wanted.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => tag === 'en' || tag in LANGUAGES) ?? 'en';
  if (known !== 'en') {
    table = (await LANGUAGES[known]()).default;
    language = known;
  }
  document.documentElement.lang = known;
}

/**
 * The words for a key. `{name}` in them stands for a value; a table's entry of several is chosen by the number `count`.
 * @param {string} key
 * @param {Record<string, string|number>} [values]
 */
export function t(key, values = {}) {
  const entry = table[key] ?? en[key] ?? key;
  const text = typeof entry === 'string' ? entry : entry[new Intl.PluralRules(language).select(values.count)] ?? entry.other;
  return text.replace(/{(\w+)}/g, (whole, name) => (typeof values[name] === 'number'
    ? new Intl.NumberFormat(language).format(values[name]) : values[name] ?? whole));
}

/** A size for people. */
export function size(bytes) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return new Intl.NumberFormat(language, {
    style: 'unit', unit: units[power], unitDisplay: power ? 'short' : 'long', maximumFractionDigits: power ? 1 : 0,
  }).format(bytes / 1000 ** power);
}

const formats = {};

/** A time in the reader's zone, to the minute. */
export function time(at) {
  formats[language] ??= new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'});
  return at ? formats[language].format(new Date(at)) : '';
}

/** The exact time, for who wants to know. */
export function exactTime(at) {
  return at ? new Date(at).toISOString() : '';
}

/**
 * Why something failed, in words: by the condition that the server names, else by the status.
 * @param {import('./dav/http.js').DavError} failure
 */
export function reason(failure) {
  if (failure.status === undefined) {
    console.error(failure);
    return t('failed.page');
  }
  const condition = `condition.${failure.condition.replace(/^[DT]:/, '')}`;
  const status = `status.${failure.status}`;
  return condition in en ? t(condition) : status in en ? t(status) : t('status.other', {status: String(failure.status)});
}
