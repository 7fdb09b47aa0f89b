// @ts-check
/** How the timeline looks: bars by type, a dated axis, the brush. */

import { MONTHS, addMonths, dayToParts } from './days.js';
import { floorTo } from './histogram.js';
import { TYPE_COLOURS } from './palette.js';
import { FONT } from './symbols.js';

export const HEIGHT = 74;
export const SIDE = 10;
const AXIS = 18;

/** @typedef {import('./timeline.js').Timeline} Timeline */

/** @param {CanvasRenderingContext2D} c @param {Timeline} timeline @param {any} theme */
export function paintBars(c, timeline, theme) {
  const bins = timeline.bins();
  const most = bins.reduce((max, bin) => Math.max(max, bin.total), 0) || 1;
  const room = HEIGHT - AXIS - 6;
  const range = timeline.range();
  for (const bin of bins) {
    const x0 = Math.max(SIDE, timeline.x(bin.start));
    const x1 = Math.min(timeline.width - SIDE, timeline.x(bin.end + 1));
    const w = Math.max(1, x1 - x0 - (x1 - x0 > 4 ? 1 : 0));
    const isIn = bin.end >= range.from && bin.start <= range.to;
    let y = HEIGHT - AXIS;
    for (let type = 0; type < bin.weights.length; type += 1) {
      if (!bin.weights[type]) continue;
      const h = (bin.weights[type] / most) * room;
      c.fillStyle = isIn ? TYPE_COLOURS[type] : theme.barFaded;
      c.fillRect(x0, y - h, w, h);
      y -= h;
    }
  }
}

/** @param {CanvasRenderingContext2D} c @param {Timeline} timeline @param {any} theme */
export function paintAxis(c, timeline, theme) {
  const base = HEIGHT - AXIS;
  c.strokeStyle = theme.axis;
  c.globalAlpha = 0.5;
  c.lineWidth = 1;
  c.beginPath();
  c.moveTo(SIDE, base + 0.5);
  c.lineTo(timeline.width - SIDE, base + 0.5);
  c.stroke();
  c.globalAlpha = 1;
  c.font = `11px ${FONT}`;
  c.fillStyle = theme.axis;
  c.textAlign = 'left';
  c.textBaseline = 'top';
  /** @type {[number, number][]} */
  const taken = [];
  // Years first: without them the months say nothing.
  for (const tick of ticks(timeline.from, timeline.to).sort((a, b) => Number(b.isYear) - Number(a.isYear))) {
    const x = Math.round(timeline.x(tick.day)) + 0.5;
    if (x < SIDE || x > timeline.width - SIDE) continue;
    c.fillRect(x - 0.5, base, 1, tick.isYear ? 6 : 4);
    const end = x + c.measureText(tick.label).width + 10;
    if (end > timeline.width || taken.some(([from, to]) => x < to && end > from)) continue;
    c.fillText(tick.label, x + 3, base + 4);
    taken.push([x, end]);
  }
}

/** Month or year starts, as dense as there is room; days when very few. @param {number} from @param {number} to */
function ticks(from, to) {
  const days = to - from + 1;
  const marks = [];
  if (days <= 45) {
    const step = days <= 16 ? 1 : 7;
    for (let day = floorTo(from, step === 7 ? 'week' : 'day'); day <= to; day += step) {
      const { month, dayOfMonth } = dayToParts(day);
      marks.push({ day, label: `${dayOfMonth} ${MONTHS[month - 1]}`, isYear: false });
    }
    return marks;
  }
  const months = days > 4000 ? 12 : days > 1400 ? 6 : days > 500 ? 3 : 1;
  let day = addMonths(from, 0);
  day = addMonths(day, -((dayToParts(day).month - 1) % months));
  for (; day <= to; day = addMonths(day, months)) {
    const { year, month } = dayToParts(day);
    const label = month === 1 ? String(year) : MONTHS[month - 1];
    marks.push({ day, label, isYear: month === 1 });
  }
  if (marks.length && !marks.some((tick) => tick.isYear)) {
    marks[0].label = `${marks[0].label} ${dayToParts(marks[0].day).year}`;
  }
  return marks;
}

/** @param {CanvasRenderingContext2D} c @param {Timeline} timeline @param {any} theme */
export function paintBrush(c, timeline, theme) {
  const range = timeline.range();
  const x0 = timeline.x(range.from);
  const x1 = timeline.x(range.to + 1);
  c.fillStyle = theme.brush;
  c.fillRect(x0, 0, x1 - x0, HEIGHT - AXIS);
  c.fillStyle = theme.handle;
  c.fillRect(x0 - 1, 0, 2, HEIGHT - AXIS);
  c.fillRect(x1 - 1, 0, 2, HEIGHT - AXIS);
  for (const x of [x0, x1]) {
    c.beginPath();
    c.roundRect(x - 4, (HEIGHT - AXIS) / 2 - 10, 8, 20, 3);
    c.fill();
  }
}
