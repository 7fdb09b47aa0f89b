// @ts-check
/** Method, limits, the view taken on borders, licences: in a box over the map. */

import { el, safeLink } from './dom.js';

const BORDERS =
  'Borders follow international recognition: Crimea and Sevastopol are drawn as part of Ukraine. ' +
  'Disputed lines and lines of control are dashed. Drawing a line is no statement on any claim.';

/**
 * @param {import('./messages.js').Config} config
 * @param {() => void} onClose
 */
export function aboutBox(config, onClose) {
  const credits = (config.credits ?? []).map((credit) =>
    el('li', null, credit.url ? safeLink(credit.url, credit.text) : credit.text),
  );
  return el(
    'div', { class: 'ge-about', role: 'dialog', 'aria-label': 'About this map' },
    el('button', { type: 'button', class: 'ge-close', 'aria-label': 'Close', onclick: onClose }, '×'),
    el('h2', null, 'About this map'),
    ...(config.notes ?? []).map((note) => el('p', null, note)),
    el('p', null, BORDERS),
    credits.length ? el('h3', null, 'Data and licences') : null,
    credits.length ? el('ul', null, ...credits) : null,
  );
}
