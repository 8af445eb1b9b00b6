/**
 * Signing in at an OpenID provider's own page: the authorization code flow with PKCE (RFC 6749 section 4.1, RFC 7636). The server
 * exchanges the code; the page never has a token.
 * @module
 */

import {signIn} from './dav.js';

const meta = document.querySelector('meta[name=provider]');

/** Whether users come from a provider. */
export const isUsed = meta !== null;

/** Whether it can be reached. */
export const isThere = Boolean(meta?.content);

const RETURN = `${location.origin}/ui/`;
const KEPT = 'tidemark-sign-in';

/** Goes to the provider's page; it sends the browser back to where it was. */
export async function visit() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem(KEPT, JSON.stringify({verifier, state, back: location.pathname + location.search}));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const address = new URL(meta.content);
  for (const [name, value] of Object.entries({
    response_type: 'code', client_id: meta.dataset.client, redirect_uri: RETURN, scope: 'openid', state,
    code_challenge: base64(new Uint8Array(hash)), code_challenge_method: 'S256',
  })) {
    address.searchParams.set(name, value);
  }
  location.assign(address);
}

/** Whether the provider has just sent the browser back. */
export function isBack() {
  return isUsed && new URLSearchParams(location.search).has('state') && sessionStorage.getItem(KEPT) !== null;
}

/**
 * Signs in with what the provider has sent the browser back with.
 * @returns {Promise<string>} where the browser was before
 */
export async function finish() {
  const said = new URLSearchParams(location.search);
  const {verifier, state, back} = JSON.parse(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  history.replaceState(null, '', back);
  if (said.get('state') !== state || !said.has('code')) {
    throw new Error('The provider has sent something that was not asked for');
  }
  await signIn({code: said.get('code'), code_verifier: verifier, redirect_uri: RETURN});
  return back;
}

/** Signs out at the provider, too, if it has a page for that. */
export function leaveProvider() {
  if (meta?.dataset.signOut) {
    const address = new URL(meta.dataset.signOut);
    address.searchParams.set('client_id', meta.dataset.client);
    address.searchParams.set('post_logout_redirect_uri', RETURN);
    location.assign(address);
  }
}

function random() {
  return base64(crypto.getRandomValues(new Uint8Array(32)));
}

function base64(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
