/** Starts the page in the reader's language. */
import {choose} from './texts.js';

await choose();
await import('./shell.js');
document.body.append(document.createElement('tm-app'));
