// @ts-check
/**
 * Events per day as weight: an event that may have happened on any of three days
 * counts a third on each. Bins are days, weeks, months or years by the room there is.
 */

import { NO_DAY } from './events.js';
import { addMonths, dayToParts, partsToDay, startOfWeek } from './days.js';

/** @typedef {'day'|'week'|'month'|'year'} Grain */

const LEAST_BAR_PIXELS = 5;

/** @param {number} days @param {number} pixels @returns {Grain} */
export function grainFor(days, pixels) {
  const perDay = pixels / days;
  if (perDay >= LEAST_BAR_PIXELS) return 'day';
  if (perDay * 7 >= LEAST_BAR_PIXELS) return 'week';
  return perDay * 30 >= LEAST_BAR_PIXELS * 0.6 ? 'month' : 'year';
}

/** @param {number} day @param {Grain} grain */
export function floorTo(day, grain) {
  if (grain === 'day') return day;
  if (grain === 'week') return startOfWeek(day);
  if (grain === 'month') return addMonths(day, 0);
  return partsToDay(dayToParts(day).year, 1, 1);
}

/** @param {number} start a bin's first day @param {Grain} grain */
export function nextBin(start, grain) {
  if (grain === 'day') return start + 1;
  if (grain === 'week') return start + 7;
  return addMonths(start, grain === 'month' ? 1 : 12);
}

export class DayWeights {
  /** @param {import('./events.js').Events} events */
  constructor(events) {
    this.events = events;
    this.days = events.isDated ? events.last - events.first + 1 : 0;
    this.perType = events.types.map(() => new Float64Array(this.days + 1));
  }

  /** @param {Uint8Array} mask */
  update(mask) {
    const { events } = this;
    for (const weights of this.perType) weights.fill(0);
    for (let i = 0; i < events.count; i += 1) {
      if (!mask[i] || events.start[i] === NO_DAY) continue;
      const weights = this.perType[events.type[i]];
      const share = events.weight[i] / (events.end[i] - events.start[i] + 1);
      weights[events.start[i] - events.first] += share;
      weights[events.end[i] - events.first + 1] -= share;
    }
    for (const weights of this.perType) {
      for (let day = 1; day < weights.length; day += 1) weights[day] += weights[day - 1];
    }
  }

  /**
   * Weight per type between two days, both counted.
   * @param {number} from @param {number} to @param {Float64Array} into
   */
  sum(from, to, into) {
    const first = Math.max(0, from - this.events.first);
    const last = Math.min(this.days - 1, to - this.events.first);
    let total = 0;
    for (let type = 0; type < this.perType.length; type += 1) {
      let weight = 0;
      for (let day = first; day <= last; day += 1) weight += this.perType[type][day];
      into[type] = weight;
      total += weight;
    }
    return total;
  }

  /**
   * @param {number} from @param {number} to @param {Grain} grain
   * @returns {{start: number, end: number, total: number, weights: Float64Array}[]}
   */
  bins(from, to, grain) {
    const bins = [];
    for (let start = floorTo(from, grain); start <= to; start = nextBin(start, grain)) {
      const weights = new Float64Array(this.perType.length);
      const end = nextBin(start, grain) - 1;
      bins.push({ start, end, weights, total: this.sum(start, end, weights) });
    }
    return bins;
  }
}
