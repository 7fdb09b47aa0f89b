// @ts-check
/**
 * The dashboard's shell: a Streamlit component (v2). The map's config arrives as
 * `data`; the big blobs come through the sibling component (`blob_index.js`), so that
 * a rerun sends a few hundred bytes.
 */

import { createView } from './app.js';
import { whenBlob } from './blobs.js';
import { gunzip, gunzipJson } from './gunzip.js';
import { loadLeaflet } from './leaflet_loader.js';

const LEAST_HEIGHT = 600;
const MOST_HEIGHT = 1100;

/** @typedef {{view: any, events: string, latest: {config: any, setStateValue: (name: string, value: any) => void}}} Mounted */
/** @type {WeakMap<Element, Mounted>} */
const mounted = new WeakMap();

/**
 * @param {{data: any, parentElement: HTMLElement,
 *   setStateValue: (name: string, value: any) => void}} component
 */
export default function mount(component) {
  const { data, parentElement, setStateValue } = component;
  const root = /** @type {HTMLElement} */ (
    parentElement.querySelector('.ge-root') ?? parentElement.appendChild(makeRoot())
  );
  const config = { ...data.config, theme: themeOf(parentElement) };
  let here = mounted.get(root);
  if (here && here.events === data.events) {
    here.latest = { config, setStateValue };
    here.view?.applyConfig(config);
    return undefined;
  }
  const state = here?.view ? keptState(here.view) : {};
  here?.view?.destroy();
  delete root.dataset.ready;
  here = { view: null, events: data.events, latest: { config, setStateValue } };
  mounted.set(root, here);
  show(root, data, here, state);
  return undefined;
}

/** @param {HTMLElement} root @param {any} data @param {Mounted} here @param {any} kept */
async function show(root, data, here, kept) {
  const height = data.config.height ?? roomBelow(root);
  root.style.minHeight = `${height}px`;
  const [payload, leaflet, basemap] = await Promise.all([
    whenBlob(data.events).then(gunzipJson),
    whenBlob(data.leaflet).then(gunzip).then(loadLeaflet),
    data.basemap ? whenBlob(data.basemap).then(gunzip) : null,
  ]);
  if (mounted.get(root) !== here) return;
  const given = here.latest.config;
  const isNewer = (given.revision ?? 0) > (kept.revision ?? -1);
  here.view = createView(root, {
    L: leaflet,
    payload,
    basemap,
    config: { ...(isNewer ? { ...kept, ...given } : { ...given, ...kept }), height },
    onReport: (/** @type {any} */ report) => here.latest.setStateValue('report', report),
  });
  /** @type {any} */ (root).geoevents = here.view; // for tests
  root.dataset.ready = 'true';
}

/** What the reader had set, carried over when the events change. @param {any} view */
function keptState(view) {
  const report = view.currentReport();
  return {
    range: report.range, certain: report.certain, types: report.types, text: report.text,
    view: view.store.state.view, selection: report.selection, revision: report.revision,
  };
}

/** What is left of the window under the component's top edge. @param {HTMLElement} root */
function roomBelow(root) {
  const top = root.getBoundingClientRect().top + (window.scrollY || 0);
  return Math.round(Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, window.innerHeight - top - 24)));
}

function makeRoot() {
  const root = document.createElement('div');
  root.className = 'ge-root';
  return root;
}

/** Streamlit's own theme, by the lightness of its background. @param {HTMLElement} element */
function themeOf(element) {
  const colour = getComputedStyle(element).getPropertyValue('--st-background-color').trim();
  const hex = /^#([0-9a-f]{6})/i.exec(colour);
  if (!hex) return 'auto';
  const value = parseInt(hex[1], 16);
  const light = 0.3 * (value >> 16) + 0.59 * ((value >> 8) & 255) + 0.11 * (value & 255);
  return light < 128 ? 'dark' : 'light';
}
