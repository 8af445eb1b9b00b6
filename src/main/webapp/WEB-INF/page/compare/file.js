/**
 * One file in two states: fetches what is needed to show how they differ, and no more.
 * @module
 */

import {content, ownProperties} from '../dav/revisions.js';
import {isOffice, textOf as textOfOffice} from './office.js';
import {compareTexts} from './text.js';

/** Larger texts are not compared in the browser. */
export const LARGEST = 2_000_000;
/** Larger documents are not looked into. */
const LARGEST_DOCUMENT = 50_000_000;

const PICTURES = /^image\/(png|jpeg|gif|webp|avif|svg\+xml|bmp)\b/;
const PAGES = /^application\/pdf\b/;
const TEXTS = /^text\/|[/+](json|xml|javascript|yaml|toml|sql)\b|^application\/(octet-stream|x-sh)\b|^$/;

/** Whether a media type may be that of a text. */
export const isText = type => TEXTS.test(type);

/**
 * @typedef {object} Found
 * @property {'text'|'pictures'|'pages'|'other'} kind
 * @property {ReturnType<typeof compareTexts>} [text]
 * @property {[string, string]} [pictures] their URLs
 * @property {[Uint8Array, Uint8Array]} [pages] documents of pages
 * @property {boolean} tooLarge it might be text, but too much of it
 * @property {{name: string, old?: string, new?: string}[]} properties those that differ
 */

/**
 * How two states of a file differ.
 * @param {{href: string, revision: string, url: string, size: number, tag: string}} older
 * @param {{href: string, revision: string, url: string, size: number, tag: string}} newer
 * @param {string} type the newer's media type
 * @returns {Promise<Found>}
 */
export async function compareFile(older, newer, type, signal) {
  const [properties, inside] = await Promise.all([differing(older, newer, signal), insideOf(older, newer, type, signal)]);
  return {tooLarge: false, ...inside, properties};
}

/** What differs in the contents, as the kind of file allows. */
async function insideOf(older, newer, type, signal) {
  const largest = Math.max(older.size, newer.size);
  if (older.tag === newer.tag) {
    return {kind: 'other'};
  }
  if (PICTURES.test(type)) {
    return {kind: 'pictures', pictures: [older.url, newer.url]};
  }
  if (isOffice(type) && largest <= LARGEST_DOCUMENT) {
    return compareOffice(older, newer, signal);
  }
  if (PAGES.test(type) && largest <= LARGEST_DOCUMENT) {
    const [sides] = await Promise.all([fetchBoth(older, newer, signal), import('./pages.js')]);
    return {kind: 'pages', pages: sides.map(({bytes}) => bytes)};
  }
  if (!TEXTS.test(type) || largest > LARGEST) {
    return {kind: 'other', tooLarge: TEXTS.test(type) && largest > LARGEST};
  }
  const [before, after] = (await fetchBoth(older, newer, signal)).map(textOf);
  return before === undefined || after === undefined ? {kind: 'other'} : {kind: 'text', text: compareTexts(before, after)};
}

function fetchBoth(older, newer, signal) {
  return Promise.all([older, newer].map(side => content(side.href, side.revision, {signal})));
}

/** Office documents are compared by what is written in them. */
async function compareOffice(older, newer, signal) {
  const sides = await fetchBoth(older, newer, signal);
  const [before, after] = await Promise.all(sides.map(({bytes}) => textOfOffice(bytes)));
  return before === undefined || after === undefined ? {kind: 'other'}
    : {kind: 'text', text: {...compareTexts(before, after), extracted: true}};
}

/** A content as text; undefined where they are none. */
export function textOf({type, bytes}) {
  if (bytes.includes(0)) {
    return undefined;
  }
  const charset = /charset="?([^\s;"]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, {fatal: true}).decode(bytes);
  } catch {
    return undefined;
  }
}

async function differing(older, newer, signal) {
  const [before, after] = await Promise.all([older, newer].map(side => ownProperties(side.href, side.revision, {signal})));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(name => before.get(name) !== after.get(name))
    .map(name => ({name, old: before.get(name), new: after.get(name)}));
}
