/**
 * Questions to the reader. The browser's own dialog keeps the focus in it and gives it back.
 * @module
 */

import {html, nothing, render} from 'lit';
import {reason, t} from '../texts.js';

/**
 * Asks; `deed` is done with the form's fields when the reader agrees, and the dialog stays open with the reason if it fails.
 * @param {object} question
 * @param {string} question.title
 * @param {unknown} [question.body] a template with the form's fields
 * @param {string} [question.ok] what the button that agrees says; none: the dialog only shows something
 * @param {boolean} [question.grave] the deed takes something away
 * @param {(fields: Record<string, string>) => unknown} [question.deed]
 * @returns {Promise<boolean>} whether it was done
 */
export function ask({title, body = nothing, ok, grave = false, deed}) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  document.body.append(dialog);
  return new Promise(resolve => {
    let done = false;
    let problem = '';
    let busy = false;
    const draw = () => render(html`
      <form method="dialog" @submit=${submit}>
        <h2 id="dialog-title">${title}</h2>
        ${body}
        <p class="problem" role="alert">${problem}</p>
        <div class="buttons">
          <button type="button" class="quiet" @click=${() => dialog.close()}>${ok ? t('app.cancel') : t('app.close')}</button>
          ${ok ? html`<button class=${grave ? 'grave' : 'main'} ?disabled=${busy}>${ok}</button>` : nothing}
        </div>
      </form>`, dialog);
    async function submit(event) {
      event.preventDefault();
      busy = true;
      problem = '';
      draw();
      try {
        await deed?.(Object.fromEntries(new FormData(event.target)));
        done = true;
        dialog.close();
      } catch (failure) {
        busy = false;
        problem = failure.words ?? reason(failure);
        draw();
      }
    }
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(done);
    });
    draw();
    dialog.showModal();
    dialog.querySelector('[autofocus]')?.select?.();
  });
}

/** Has the dialog say something of the page's own, instead of the server's reason. */
export function refuse(words) {
  throw Object.assign(new Error(words), {words});
}
