// @ts-check
/** The exported page's shell: everything it shows lies in the page itself. */

import { createView } from './app.js';
import { fromBase64, gunzip, gunzipJson } from './gunzip.js';

/** @param {string} id @param {ParentNode} page */
function part(id, page) {
  const element = page.querySelector(`script[data-geoevents="${id}"]`);
  return element ? JSON.parse(element.textContent ?? 'null') : null;
}

async function start() {
  const page = document;
  const root = /** @type {HTMLElement} */ (page.querySelector('[data-geoevents="view"]'));
  const config = part('config', page) ?? {};
  const packed = part('events', page);
  const basemap = part('basemap', page);
  const payload = typeof packed === 'string' ? await gunzipJson(fromBase64(packed)) : packed;
  const view = createView(root, {
    L: /** @type {any} */ (window).L,
    payload,
    basemap: basemap ? await gunzip(fromBase64(basemap)) : null,
    config,
    canPrint: true,
  });
  const foot = page.querySelector('.ge-foot');
  if (foot) view.frame.append(foot); // inside the frame it follows the theme
  /** @type {any} */ (window).geoevents = view;
  root.dataset.ready = 'true';
}

start().catch((error) => {
  const root = document.querySelector('[data-geoevents="view"]');
  if (root) root.textContent = `The map could not be drawn: ${error.message}`;
  throw error;
});
