/**
 * XML as WebDAV needs it: bodies as text, answers as elements and plain objects.
 * @module
 */

export const DAV = 'DAV:';
export const TIDEMARK = 'urn:tidemark:dav';

const NAMESPACES = `xmlns:D="${DAV}" xmlns:T="${TIDEMARK}"`;

/** An answer is parsed as XML alone, in a document that nothing shows: no markup in it can act. */
const policy = globalThis.trustedTypes?.createPolicy('dav-xml', {createHTML: text => text}) ?? {createHTML: text => text};

/** Text as it stands in an element or an attribute. */
export function escaped(text) {
  return String(text).replace(/[&<>"]/g, c => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[c]);
}

/** A body: the root element `name` (with its prefix, D or T) around `content`, which is XML already. */
export function body(name, content = '') {
  return `<?xml version="1.0" encoding="utf-8"?><${name} ${NAMESPACES}>${content}</${name}>`;
}

/** An element with text. */
export function element(name, text) {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** A `prop` element that asks for properties by their names. */
export function prop(names) {
  return `<D:prop>${names.map(name => `<${name}/>`).join('')}</D:prop>`;
}

/**
 * The root element of an answer.
 * @param {string} text
 * @returns {Element}
 */
export function parse(text) {
  const document = new DOMParser().parseFromString(policy.createHTML(text), 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) {
    throw new SyntaxError('The answer is no XML');
  }
  return document.documentElement;
}

/** An element's name with the prefix that this page uses. */
export function nameOf(element) {
  const prefix = element.namespaceURI === DAV ? 'D:' : element.namespaceURI === TIDEMARK ? 'T:' : `${element.namespaceURI} `;
  return prefix + element.localName;
}

/**
 * The children of an element with a name.
 * @returns {Element[]}
 */
export function children(parent, name) {
  return parent ? [...parent.children].filter(child => nameOf(child) === name) : [];
}

/**
 * The first child with a name.
 * @returns {Element|undefined}
 */
export function child(parent, name) {
  return children(parent, name)[0];
}

/** The text of the element at a path of children; empty when it is not there. */
export function textAt(parent, ...names) {
  let found = parent;
  for (const name of names) {
    found = child(found, name);
  }
  return found?.textContent.trim() ?? '';
}

/**
 * What a multistatus says: a response for each member, with its properties by name (those with status 200).
 * @param {Element} root
 * @returns {{responses: {href: string, status: number, properties: Record<string, Element>, condition: string}[], token: string}}
 */
export function multistatus(root) {
  return {
    responses: children(root, 'D:response').map(response),
    token: textAt(root, 'D:sync-token'),
  };
}

function response(element) {
  const properties = {};
  let status = statusOf(element) || 200;
  for (const propstat of children(element, 'D:propstat')) {
    if (statusOf(propstat) === 200) {
      for (const found of child(propstat, 'D:prop').children) {
        properties[nameOf(found)] = found;
      }
    }
  }
  return {href: textAt(element, 'D:href'), status, properties, condition: conditionOf(child(element, 'D:error'))};
}

function statusOf(element) {
  return Number(/ (\d{3})/.exec(textAt(element, 'D:status'))?.[1] ?? 0);
}

/** The name of the condition in an `error` element. */
export function conditionOf(error) {
  const first = error?.children[0];
  return first ? nameOf(first) : '';
}
