// @ts-check
/** The sentence that says so, with place, date, figure, trigger and source marked. */

import { el } from './dom.js';

/**
 * Offsets count code points, JavaScript strings UTF-16 units: cut by code point.
 * Overlapping marks: the first one wins.
 * @param {string} text
 * @param {[number, number, string][]} marks start, end, kind
 */
export function quoteElement(text, marks) {
  const points = Array.from(text);
  const quote = el('blockquote', { class: 'ge-quote' });
  let at = 0;
  for (const [start, end, kind] of marks) {
    if (start < at || end <= start || end > points.length) continue;
    quote.append(points.slice(at, start).join(''));
    const marked = points.slice(start, end).join('');
    quote.append(el('mark', { class: `ge-mark ge-mark-${safeKind(kind)}`, title: kind }, marked));
    at = end;
  }
  quote.append(points.slice(at).join(''));
  return quote;
}

const KINDS = new Set(['place', 'date', 'figure', 'trigger', 'source']);

/** @param {string} kind */
function safeKind(kind) {
  return KINDS.has(kind) ? kind : 'other';
}
