/**
 * The text of office documents: archives of XML, of which only what people have written is read, in the browser.
 * @module
 */

import {parse} from '../dav/xml.js';

/** So much text is read at most, lest a small archive should fill the memory. */
const MOST_BYTES = 20_000_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

/** Which parts hold text, by the kind of document: those of each archive that match, in their order. */
const PARTS = [
  /^word\/(document|footnotes|endnotes|comments)\.xml$/,
  /^ppt\/slides\/slide\d+\.xml$/,
  /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/,
  /^content\.xml$/,
];
const TYPES = /officedocument\.(wordprocessingml|spreadsheetml|presentationml)|opendocument\.(text|spreadsheet|presentation|graphics)/;
const PARAGRAPHS = new Set(['p', 'h', 'row', 'table-row', 'si']);

/** Whether a media type is that of an office document. */
export const isOffice = type => TYPES.test(type);

/**
 * What is written in a document, a paragraph or row in each line.
 * @param {Uint8Array} bytes
 * @returns {Promise<string|undefined>} undefined where it cannot be read
 */
export async function textOf(bytes) {
  try {
    const archive = entries(bytes);
    const wanted = PARTS.map(pattern => archive.filter(({name}) => pattern.test(name))).find(some => some.length > 0) ?? [];
    const inOrder = wanted.sort((a, b) => a.name.localeCompare(b.name, 'en', {numeric: true}));
    let left = MOST_BYTES;
    const lines = [];
    let strings = [];
    for (const entry of inOrder) {
      const xml = await inflated(bytes, entry, left);
      left -= xml.length;
      const root = parse(new TextDecoder().decode(xml));
      if (entry.name.endsWith('sharedStrings.xml')) {
        strings = [...root.children].map(item => item.textContent);
      } else {
        lines.push(...(entry.name.startsWith('xl/') ? cells(root, strings) : paragraphs(root)));
      }
    }
    return wanted.length > 0 ? lines.join('\n') : undefined;
  } catch (failure) {
    if (failure instanceof RangeError || failure instanceof SyntaxError || failure instanceof TypeError) {
      return undefined;
    }
    throw failure;
  }
}

/** The table of contents at an archive's end. */
function entries(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_LENGTH;
  while (view.getUint32(end, true) !== END) {
    end--;
    if (end < bytes.length - END_LENGTH - LONGEST_COMMENT) {
      throw new SyntaxError('No archive');
    }
  }
  const found = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0 && view.getUint32(at, true) === ENTRY; count--) {
    const [nameLength, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true));
    found.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      deflated: view.getUint16(at + 10, true) === DEFLATED,
      length: view.getUint32(at + 20, true),
      header: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

async function inflated(bytes, {header, length, deflated}, most) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = bytes.subarray(from, from + length);
  if (!deflated) {
    return packed;
  }
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError('Too much text');
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The paragraphs below an element, innermost ones, without those that are empty. */
function paragraphs(root) {
  const lines = [];
  const walk = element => {
    if (PARAGRAPHS.has(element.localName) && ![...element.getElementsByTagName('*')].some(inner => PARAGRAPHS.has(inner.localName))) {
      lines.push(element.textContent);
    } else {
      [...element.children].forEach(walk);
    }
  };
  walk(root);
  return lines.filter(line => line.trim());
}

/** A sheet's rows, their cells between tabs. */
function cells(root, strings) {
  return [...root.getElementsByTagNameNS('*', 'row')].map(row => [...row.children].map(cell => {
    const value = [...cell.children].map(inner => inner.textContent).join(' ');
    return cell.getAttribute('t') === 's' ? strings[Number(value)] ?? '' : value;
  }).join('\t'));
}
