// @ts-check
/** One event, answered: what, how many, when, where, who says so, how we know. */

import { formatDay } from './days.js';
import { add, el, safeLink } from './dom.js';
import { TYPE_COLOURS } from './palette.js';
import { quoteElement } from './quote.js';
import { fateOf, figureWords, whenNote, whenShort, whereNote } from './words.js';

/** @param {import('./events.js').Events} events @param {number} i */
export function eventCard(events, i) {
  const card = el('article', { class: 'ge-card', 'data-event': events.id[i] });
  add(
    card,
    headline(events, i),
    figureList(events, i),
    fact('When', whenShort(events, i), whenNote(events, i)),
    fact('Where', events.placeName(i) || 'Not placed', whereNote(events, i)),
    moves(events, i),
    claimList(events, i),
    confidence(events, i),
    reasons(events, i),
  );
  return card;
}

/** @param {import('./events.js').Events} events @param {number} i */
function headline(events, i) {
  const { payload } = events;
  const columns = payload.events;
  const type = events.type[i];
  const chips = el('div', { class: 'ge-chips' });
  const dot = el('span', { class: 'ge-dot' });
  dot.style.background = TYPE_COLOURS[type];
  add(chips, el('span', { class: 'ge-chip' }, dot, events.types[type]));
  const sub = events.text(columns.sub[i]);
  if (sub) add(chips, el('span', { class: 'ge-chip ge-chip-plain' }, sub));
  const status = payload.statuses[events.status[i]];
  if (status !== 'occurred') add(chips, el('span', { class: 'ge-chip ge-chip-note' }, status));
  if (events.disputed[i]) add(chips, el('span', { class: 'ge-chip ge-chip-warn' }, '≠ disputed'));
  const actors = actorsLine(events, i);
  return el(
    'header', null,
    chips,
    el('h2', { class: 'ge-card-title' }, events.title[i]),
    actors ? el('div', { class: 'ge-actors' }, actors) : null,
  );
}

/**
 * Who does it, to whom it is done, and who else is named; a guess is told as one.
 * @param {import('./events.js').Events} events @param {number} i
 */
function actorsLine(events, i) {
  const { actors, parts, guesses } = events.payload.events;
  /** @type {string[]} */
  const names = actors[i].map((/** @type {number} */ index) => events.strings[index]);
  for (const [at, word] of guesses[i]) {
    names[at] += ` (by the place; the text says “${events.strings[word]}”)`;
  }
  /** @param {number} part */
  const of = (part) => names.filter((_, at) => parts[i][at] === part).join(', ');
  return [of(1) && `by ${of(1)}`, of(2) && `against ${of(2)}`, of(0)]
    .filter(Boolean)
    .join(' · ');
}

/** @param {string} name @param {string} value @param {string} note */
function fact(name, value, note) {
  return el(
    'section', { class: 'ge-fact' },
    el('h3', null, name),
    el('div', { class: 'ge-value' }, value),
    note ? el('div', { class: 'ge-note' }, note) : null,
  );
}

/**
 * Who says it, and how it stands. What others dispute or nobody verified is still said by
 * those named: "disputed by X" would make X the one who doubts it.
 * @param {string} claim @param {string} names
 */
function attribution(claim, names) {
  if (!names) return claim === 'stated' ? '' : claim;
  const byOthers = claim === 'disputed' || claim === 'unverified';
  return byOthers ? `said by ${names}, ${claim}` : `${claim} by ${names}`;
}

/** Every figure with who claims it, side by side; nothing is averaged. */
function figureList(/** @type {import('./events.js').Events} */ events, /** @type {number} */ i) {
  const figures = events.payload.events.figures[i];
  if (!figures.length) return null;
  const rows = figures.map((/** @type {any[]} */ figure) => {
    const who = figure[9].map((/** @type {number} */ index) => events.strings[index]).join(', ');
    const claim = events.payload.claimStatuses[figure[10]];
    const scope = events.text(figure[8]);
    const kind = events.text(figure[0]);
    const words = figureWords(events, figure);
    const notes = [
      attribution(claim, who),
      scope === 'incident' ? '' : scope,
      fateOf(events, figure) || words.endsWith(kind) ? '' : kind,
    ].filter(Boolean);
    return el(
      'li', { class: `ge-figure${claim === 'denied' ? ' ge-denied' : ''}` },
      el('span', { class: 'ge-value' }, words),
      el('span', { class: 'ge-note' }, notes.join(' · ')),
    );
  });
  return el(
    'section', { class: 'ge-fact' },
    el('h3', null, figures.length > 1 ? 'Figures' : 'Figure'),
    el('ul', { class: 'ge-figures' }, ...rows),
  );
}

/** @param {import('./events.js').Events} events @param {number} i */
function moves(events, i) {
  const ends = events.payload.events.moves[i];
  if (!ends.length) return null;
  const words = ends.map((/** @type {any[]} */ end) => `${end[0] === 'origin' ? 'from' : 'to'} ${end[1]}`);
  return fact('Movement', words.join(' '), '');
}

/** @param {import('./events.js').Events} events @param {number} i */
function claimList(events, i) {
  const claims = events.payload.events.claims[i];
  const section = el('section', { class: 'ge-fact ge-evidence' });
  add(section, el('h3', null, claims.length > 1 ? `What ${claims.length} reports say` : 'What the report says'));
  for (const [status, who, article, text, marks] of claims) {
    const names = who.map((/** @type {number} */ index) => events.strings[index]).join(', ');
    const claim = events.payload.claimStatuses[status];
    const said = attribution(claim, names);
    add(
      section,
      quoteElement(events.quoteText(text), marks.map((/** @type {any[]} */ m) => [m[0], m[1], events.text(m[2])])),
      el('div', { class: 'ge-source' }, ...source(events, article), said ? ` · ${said}` : null),
    );
  }
  return section;
}

/** @param {import('./events.js').Events} events @param {number} row */
function source(events, row) {
  if (row < 0) return ['Source not kept'];
  const { articles } = events.payload;
  const label = articles.publisher[row] || articles.title[row] || articles.id[row];
  const title = articles.publisher[row] && articles.title[row] ? `, “${articles.title[row]}”` : '';
  const day = articles.published[row];
  return [
    safeLink(articles.url[row], label),
    title,
    day === null ? ', publication date unknown' : `, published ${formatDay(day)}`,
  ];
}

/** @param {number} percent */
function level(percent) {
  return percent >= 75 ? 'high' : percent >= 40 ? 'medium' : 'low';
}

/** @param {import('./events.js').Events} events @param {number} i */
function confidence(events, i) {
  const columns = events.payload.events;
  const parts = [
    ['event', columns.confEvent[i]], ['place', columns.confPlace[i]],
    ['date', columns.confDate[i]], ['figure', columns.confFigure[i]],
  ].filter(([name, value]) => value > 0 || name === 'event');
  const bars = parts.map(([name, value]) => {
    const bar = el('span', { class: 'ge-bar' }, el('i'));
    bar.firstChild.style.width = `${value}%`;
    return el('span', { class: 'ge-conf' }, `${name} `, bar, ` ${level(Number(value))}`);
  });
  const papers = columns.publishers[i].length;
  const note = papers > 1 ? `${papers} independent outlets` : 'single source';
  return el(
    'section', { class: 'ge-fact' },
    el('h3', null, 'How sure'),
    el('div', { class: 'ge-confs' }, ...bars),
    el('div', { class: 'ge-note' }, note),
  );
}

/** @param {import('./events.js').Events} events @param {number} i */
function reasons(events, i) {
  const columns = events.payload.events;
  const texts = [...columns.placeReasons[i], ...columns.reasons[i]].map((index) => events.strings[index]);
  const others = columns.alternatives[i].map((/** @type {any[]} */ other) => other[0]);
  if (others.length) texts.push(`Other places of this name, drawn as hollow dots: ${others.join(', ')}`);
  if (!texts.length) return null;
  return el(
    'details', { class: 'ge-reasons' },
    el('summary', null, 'Why is this here?'),
    el('ul', null, ...texts.map((text) => el('li', null, text))),
  );
}
