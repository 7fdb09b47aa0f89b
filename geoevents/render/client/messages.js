// @ts-check
/**
 * The message interface of the map client: everything that goes in or comes out.
 * Both shells (dashboard component, exported page) speak exactly this.
 *
 * IN, once or whenever the events change: a payload (see `payload.py`).
 * IN, at any time: a Config. It only wins over what the reader did in the page when
 * its `revision` is higher than the page's own: last writer wins.
 * OUT, when the reader lets go of a control: a Report.
 *
 * @typedef {object} View
 * @property {number} lat
 * @property {number} lon
 * @property {number} zoom
 *
 * @typedef {object} Config
 * @property {number} [revision]            counts writes; higher wins
 * @property {[string, string]|null} [range] first and last civil day, ISO; null: all
 * @property {boolean} [certain]            only events wholly inside the range
 * @property {string[]|null} [types]        event types shown; null: all
 * @property {string} [text]                search words
 * @property {View|null} [view]             null: fit to the events
 * @property {string|null} [selection]      event id
 * @property {string} [title]
 * @property {'light'|'dark'|'auto'} [theme]
 * @property {number} [height]              pixels; default: what the window leaves
 * @property {number} [total]               events before the server's own filter
 * @property {Credit[]} [credits]
 * @property {string[]} [notes]             method note, one paragraph each
 * @property {TileLayer|null} [tiles]       online tiles over the offline map; null: none
 *
 * @typedef {{text: string, url?: string}} Credit
 * @typedef {{url: string, attribution: string, name: string,
 *   minZoom?: number, maxZoom?: number, tms?: boolean}} TileLayer
 *
 * @typedef {object} Report
 * @property {[string, string]|null} range
 * @property {boolean} certain
 * @property {string[]|null} types
 * @property {string} text
 * @property {View|null} view
 * @property {[number, number, number, number]|null} box what the map shows with some
 *   margin: south, west, north, east; west > east crosses the antimeridian
 * @property {string|null} selection
 * @property {number} revision
 * @property {number} shown                 events that pass the page's filter
 */

import { dayToIso, isoToDay } from './days.js';

/**
 * State patch of a Config; fields that are absent leave the state as it is.
 * @param {Config} config
 * @param {import('./events.js').Events} events
 */
export function patchFromConfig(config, events) {
  /** @type {Record<string, any>} */
  const patch = {};
  if (config.range !== undefined) {
    const [from, to] = config.range ? config.range.map(isoToDay) : [null, null];
    patch.from = from;
    patch.to = to;
  }
  if (config.certain !== undefined) patch.certain = Boolean(config.certain);
  if (config.text !== undefined) patch.text = String(config.text ?? '');
  if (config.types !== undefined) {
    patch.types = config.types
      ? new Set(config.types.map((name) => events.types.indexOf(name)))
      : null;
  }
  if (config.selection !== undefined) {
    patch.selection = events.indexOf(config.selection);
  }
  if (typeof config.revision === 'number') patch.revision = config.revision;
  return patch;
}

/**
 * What the shell is told.
 * @param {import('./state.js').State} state
 * @param {import('./events.js').Events} events
 * @param {number} shown
 * @param {[number, number, number, number]|null} box
 * @returns {Report}
 */
export function reportOf(state, events, shown, box) {
  return {
    range:
      state.from === null || state.to === null
        ? null
        : [dayToIso(state.from), dayToIso(state.to)],
    certain: state.certain,
    types: state.types ? [...state.types].sort().map((i) => events.types[i]) : null,
    text: state.text,
    view: state.view,
    box,
    selection: state.selection < 0 ? null : events.id[state.selection],
    revision: state.revision,
    shown,
  };
}
