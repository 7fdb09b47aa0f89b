// @ts-check
/**
 * Which events pass: the browser's half of `EventFilter`, by the same rules.
 */

import { NO_DAY, foldCase } from './events.js';

/**
 * @typedef {object} Filtered
 * @property {Uint8Array} undatedMask passes everything but the date range
 * @property {Uint8Array} mask        passes everything
 * @property {number} shown
 * @property {number} placed
 * @property {number} unplaced
 * @property {number} undated
 * @property {Uint32Array} byType     counts of what is shown, per type
 */

/** @param {import('./events.js').Events} events @returns {Filtered} */
export function emptyFilter(events) {
  return {
    undatedMask: new Uint8Array(events.count),
    mask: new Uint8Array(events.count),
    shown: 0,
    placed: 0,
    unplaced: 0,
    undated: 0,
    byType: new Uint32Array(events.types.length),
  };
}

/**
 * Types and words; called only when those change.
 * @param {import('./events.js').Events} events
 * @param {import('./state.js').State} state
 * @param {Filtered} filtered
 */
export function filterWords(events, state, filtered) {
  const needle = foldCase(state.text.trim());
  const { types } = state;
  for (let i = 0; i < events.count; i += 1) {
    const passes =
      (!types || types.has(events.type[i])) &&
      (!needle || events.haystack(i).includes(needle));
    filtered.undatedMask[i] = passes ? 1 : 0;
  }
}

/**
 * Dates and counts; runs on every move of the brush, so it only touches arrays.
 * @param {import('./events.js').Events} events
 * @param {import('./state.js').State} state
 * @param {Filtered} filtered
 */
export function filterDates(events, state, filtered) {
  const { mask, undatedMask, byType } = filtered;
  const { start, end, place, type, count, weight } = events;
  const isBounded = state.from !== null || state.to !== null;
  const low = state.from ?? -NO_DAY;
  const high = state.to ?? NO_DAY - 1;
  const { certain } = state;
  let shown = 0;
  let placed = 0;
  let undated = 0;
  byType.fill(0);
  for (let i = 0; i < count; i += 1) {
    let passes = undatedMask[i];
    if (passes && isBounded) {
      passes = certain
        ? Number(start[i] >= low && end[i] <= high)
        : Number(start[i] <= high && end[i] >= low && start[i] !== NO_DAY);
    }
    mask[i] = passes;
    if (!passes) continue;
    shown += weight[i];
    byType[type[i]] += weight[i];
    if (place[i] >= 0) placed += weight[i];
    if (start[i] === NO_DAY) undated += weight[i];
  }
  filtered.shown = shown;
  filtered.placed = placed;
  filtered.unplaced = shown - placed;
  filtered.undated = undated;
}
