/**
 * What can be done with one member: a button that opens a list of deeds.
 * @module
 */

import {html} from 'lit';
import {addressOf} from '../router.js';
import {t} from '../texts.js';
import {OFFICE} from './office.js';

/**
 * The menu of a member.
 * @param {import('../dav/members.js').Member} member
 * @param {(deed: string) => void} act
 * @param {string[]} deeds names of deeds that the reader may do, in order
 */
export function menu(member, deeds, act) {
  const program = OFFICE.of(member);
  const aspect = member.folder ? 'changes' : 'history';
  const choose = (event, deed) => {
    event.target.closest('.menu').hidePopover();
    act(deed);
  };
  return html`
    <button type="button" class="quiet dots" tabindex="-1" aria-label=${t('action.moreFor', {name: member.name})}
            aria-haspopup="true" @click=${open}>⋯</button>
    <div class="menu" popover @keydown=${keys}>
      ${program ? html`<a href=${OFFICE.address(program, member)}>${t('action.open', {program: program.name})}</a>` : ''}
      <a href=${addressOf(aspect, member.href)}>${t(`aspect.${aspect}`)}</a>
      ${deeds.map(deed => html`
        <button type="button" class="quiet" @click=${event => choose(event, deed)}>${t(`action.${deed}`)}</button>`)}
    </div>`;
}

/** Opens beside its button; the browser closes it at the next click elsewhere, or Escape. */
export function open(event) {
  const button = event.currentTarget;
  const popover = button.nextElementSibling;
  popover.showPopover();
  const {right, bottom, top} = button.getBoundingClientRect();
  const {offsetHeight, offsetWidth} = popover;
  popover.style.left = `${Math.max(4, right - offsetWidth)}px`;
  popover.style.top = `${bottom + offsetHeight > innerHeight ? Math.max(4, top - offsetHeight) : bottom}px`;
  popover.querySelector('button, a')?.focus();
}

/** Arrows go through the list, Escape leaves it. */
export function keys(event) {
  const items = [...event.currentTarget.querySelectorAll('button, a')];
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  event.stopPropagation();
  if (step) {
    event.preventDefault();
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  } else if (event.key === 'Escape') {
    event.currentTarget.hidePopover();
    event.currentTarget.previousElementSibling.focus();
  }
}
