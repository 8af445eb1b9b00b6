/**
 * The language in which people say what they look for: words, "words in a row", and `name:`, `author:`, `type:`, `label:`, `before:`
 * and `after:` with a value. All of it must hold. io.tidemark.tool.FindQuery reads the same one, and both are tested by one table.
 * @module
 */

import {DavError} from './http.js';
import {element} from './xml.js';

const KEYS = 'name|author|type|label|before|after';
const TOKENS = new RegExp(`(?:(${KEYS}):)?(?:"([^"]*)"|([^\\s"]+))|"`, 'gi');
const NO_VALUE = new RegExp(`^(${KEYS}):$`, 'i');
const DAY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

/**
 * The condition of a `basicsearch` that a text means. Days begin where the browser is.
 * @param {string} text
 * @returns {string} XML, to stand in `where`
 * @throws {DavError} for a value that is missing, or no time
 */
export function condition(text) {
  const words = [];
  const conditions = [];
  for (const [, key, quoted, bare] of text.matchAll(TOKENS)) {
    const value = quoted ?? bare;
    if (value === undefined) {
      continue;
    }
    if (key) {
      conditions.push(about(key.toLowerCase(), value));
    } else if (quoted === undefined && NO_VALUE.test(value)) {
      throw wrong();
    } else {
      words.push(quoted === undefined ? value : `"${value}"`);
    }
  }
  if (words.length > 0) {
    conditions.unshift(element('D:contains', words.join(' ')));
  }
  if (conditions.length === 0) {
    throw wrong();
  }
  return conditions.length > 1 ? `<D:and>${conditions.join('')}</D:and>` : conditions[0];
}

function wrong() {
  return new DavError(422, 'query');
}

function about(key, value) {
  if (value === '') {
    throw wrong();
  }
  switch (key) {
    case 'name': return like('displayname', value.includes('*') ? pattern(value).replaceAll('*', '%') : `%${pattern(value)}%`);
    case 'author': return compared('eq caseless="yes"', 'author', value);
    case 'label': return compared('eq caseless="yes"', 'revisionlabel', value);
    case 'type': return type(value);
    case 'before': return compared('lt', 'getlastmodified', moment(value));
    default: return compared('gte', 'getlastmodified', moment(value));
  }
}

function type(value) {
  switch (value.toLowerCase()) {
    case 'folder': return '<D:is-collection/>';
    case 'file': return '<D:not><D:is-collection/></D:not>';
    default: return like('getcontenttype', value.includes('/') ? `${pattern(value)}%` : `%${pattern(value)}%`);
  }
}

/** A text as it stands in a pattern of `like`. */
function pattern(text) {
  return text.replace(/[\\%_]/g, '\\$&');
}

function like(property, text) {
  return compared('like', property, text);
}

function compared(operator, property, text) {
  return `<D:${operator}><D:prop><D:${property}/></D:prop>${element('D:literal', text)}</D:${operator.split(' ')[0]}>`;
}

/** A time as the server takes it: that of a day, a month or a year is its beginning. */
function moment(value) {
  const day = DAY.exec(value);
  if (day) {
    const [year, month, date] = [Number(day[1]), Number(day[2] ?? 1), Number(day[3] ?? 1)];
    const found = new Date(year, month - 1, date);
    if (year >= 1000 && found.getMonth() === month - 1 && found.getDate() === date) {
      return written(found);
    }
  } else if (MOMENT.test(value) && !Number.isNaN(Date.parse(value))) {
    return written(new Date(value));
  }
  throw wrong();
}

function written(time) {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
