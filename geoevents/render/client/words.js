// @ts-check
/** Sentences about an event's when, where and how many, always with their doubt. */

import { MONTHS, formatDay, formatRange } from './days.js';
import { formatNumber } from './dom.js';
import { NO_DAY } from './events.js';

const PRECISION_WORDS = [
  'no place', 'at this place', 'near this place', 'somewhere in this district',
  'somewhere in this province', 'somewhere in this region', 'somewhere in this country',
  'somewhere in this sea or airspace',
];
/** @type {Record<string, string>} */
const BASIS_WORDS = {
  explicit: 'stated in the text',
  relative: 'counted from the publication date',
  weekday: 'from the weekday named',
  inherited: 'from the sentence before',
  publication: 'only the publication date is known',
  none: '',
};
/** @type {Record<string, string>} */
const MODIFIER_WORDS = {
  MORE_THAN: 'more than ', LESS_THAN: 'fewer than ', APPROX: 'about ',
  EQUAL_OR_MORE: 'at least ', EQUAL_OR_LESS: 'up to ',
};

/** @param {import('./events.js').Events} events @param {number} i */
export function whenShort(events, i) {
  if (events.start[i] !== NO_DAY) return formatRange(events.start[i], events.end[i]);
  return partialDate(events.text(events.payload.events.partial[i])) || 'no date';
}

/** "XXXX-11-04" → "4 Nov, year unknown" @param {string} partial */
function partialDate(partial) {
  const match = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(partial);
  if (!match) return '';
  const month = MONTHS[Number(match[1]) - 1] ?? '';
  return `${match[2] ? `${Number(match[2])} ` : ''}${month}, year unknown`;
}

/** @param {import('./events.js').Events} events @param {number} i */
export function whenNote(events, i) {
  const columns = events.payload.events;
  const parts = [];
  const basis = BASIS_WORDS[events.payload.bases[columns.dateBasis[i]]];
  const text = events.text(columns.dateText[i]);
  if (text) parts.push(`“${text}”`);
  if (basis) parts.push(basis);
  const days = events.start[i] === NO_DAY ? 1 : events.end[i] - events.start[i] + 1;
  if (days > 1) parts.push(`one of these ${formatNumber(days)} days, or all`);
  return parts.join(' · ');
}

/** @param {number} metres */
export function distance(metres) {
  if (metres < 1000) return `${Math.round(metres)} m`;
  const km = metres / 1000;
  return `${km < 10 ? Math.round(km * 10) / 10 : formatNumber(Math.round(km))} km`;
}

/** @param {import('./events.js').Events} events @param {number} i */
export function whereNote(events, i) {
  if (events.place[i] < 0) return 'no place found in the text';
  const { places } = events.payload;
  const row = events.place[i];
  const chain = [events.text(places.admin1[row]), events.text(places.country[row])];
  const radius = `within about ${distance(events.radius[i])}`;
  const words = PRECISION_WORDS[events.prec[i]] ?? '';
  const name = events.placeName(i);
  return [...chain.filter((part) => part && part !== name), words, radius].join(' · ');
}

/** Kinds that say what happened to those counted: "54 killed". */
const FATES = new Set([
  'killed', 'wounded', 'captured', 'missing', 'surrendered', 'displaced', 'evacuated',
  'arrested', 'abducted', 'affected',
]);
/** Held before, where the scope is "flow": "4 hostages freed or moved" are not taken. */
const HELD = new Set(['captured', 'abducted', 'arrested']);
const PEOPLE = new Set(['people', 'persons', 'person', 'lives']);

/** "about 12,000" @param {import('./events.js').Events} events @param {any[]} figure */
function amountWords(events, figure) {
  const [, text, value, low, high, mod] = figure;
  if (value !== null) return (MODIFIER_WORDS[events.text(mod)] ?? '') + formatNumber(value);
  if (low !== null && high !== null) return `${formatNumber(low)}–${formatNumber(high)}`;
  if (low !== null) return `at least ${formatNumber(low)}`;
  return high === null ? events.text(text) : `up to ${formatNumber(high)}`;
}

/** What happened to those counted, '' where they only are. @param {import('./events.js').Events} events @param {any[]} figure */
export function fateOf(events, figure) {
  const kind = events.text(figure[0]);
  if (HELD.has(kind) && events.text(figure[8]) === 'flow') return 'freed or moved';
  return FATES.has(kind) ? kind : '';
}

/** "about 11,000 North Korean troops", "at least 54 killed" @param {import('./events.js').Events} events @param {any[]} figure */
export function figureWords(events, figure) {
  const kind = events.text(figure[0]);
  const fate = fateOf(events, figure);
  const unit = events.text(figure[6]);
  const whose = events.text(figure[7]);
  const of = PEOPLE.has(whose.toLowerCase()) && fate ? '' : whose;
  const isSaid = of.toLowerCase().endsWith(unit.toLowerCase());
  const words = [amountWords(events, figure), of];
  if (unit && !isSaid && !(PEOPLE.has(unit) && fate)) words.push(unit);
  if (fate) words.push(fate);
  else if (!unit && !of) words.push(kind);
  return words.filter(Boolean).join(' ');
}

/** The figure that says most of an event; it also gives it its size. @param {import('./events.js').Events} events @param {number} i */
export function mainFigure(events, i) {
  return events.payload.events.figures[i][0];
}

/** The event in one line for lists and readers. @param {import('./events.js').Events} events @param {number} i */
export function metaLine(events, i) {
  const place = events.placeName(i) || 'no place';
  return `${whenShort(events, i)} · ${place}`;
}

/** "312 of 340 events" etc. @param {number} n @param {string} one @param {string} many */
export function plural(n, one, many) {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

/** @param {import('./state.js').State} state @param {import('./events.js').Events} events */
export function rangeWords(state, events) {
  if (!events.isDated) return 'No dated events';
  const from = state.from ?? events.first;
  const to = state.to ?? events.last;
  return from === to ? formatDay(from) : formatRange(from, to);
}
