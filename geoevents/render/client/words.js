// @ts-check
/** Sentences about an event's when, where and how many, always with their doubt. */

import { MONTHS, formatDay, formatRange } from './days.js';
import { formatNumber } from './dom.js';
import { NO_DAY } from './events.js';

const PRECISION_WORDS = [
  'no place', 'exact place', 'near here', 'somewhere in this district',
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

/** "about 12,000 troops" @param {import('./events.js').Events} events @param {any[]} figure */
export function figureWords(events, figure) {
  const [kind, text, value, low, high, mod, unit, ofText] = figure;
  const modifier = MODIFIER_WORDS[events.text(mod)] ?? '';
  let amount = events.text(text);
  if (value !== null) amount = modifier + formatNumber(value);
  else if (low !== null && high !== null) amount = `${formatNumber(low)}–${formatNumber(high)}`;
  else if (low !== null) amount = `at least ${formatNumber(low)}`;
  else if (high !== null) amount = `up to ${formatNumber(high)}`;
  const thing = events.text(unit) || events.text(kind);
  const of = events.text(ofText);
  return [amount, of, thing === of ? '' : thing].filter(Boolean).join(' ');
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
