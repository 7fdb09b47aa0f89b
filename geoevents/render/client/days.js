// @ts-check
/**
 * Civil days as integers since 1970-01-01. No Date object is ever asked for a local
 * part, so a day is the same in Los Angeles and in Auckland.
 */

export const MONTHS = [
  'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec',
];

const DAYS_PER_ERA = 146097; // 400 Gregorian years
const EPOCH_SHIFT = 719468; // days from 0000-03-01 to 1970-01-01

/**
 * @param {number} day
 * @returns {{year: number, month: number, dayOfMonth: number}} month from 1
 */
export function dayToParts(day) {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** @param {number} year @param {number} month @param {number} dayOfMonth */
export function partsToDay(year, month, dayOfMonth) {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

/** @param {number} day */
export function dayToIso(day) {
  const { year, month, dayOfMonth } = dayToParts(day);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/**
 * @param {unknown} text
 * @returns {number|null} null when it is no real date
 */
export function isoToDay(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(text).trim());
  if (!match) return null;
  const day = partsToDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return dayToIso(day) === match[0] ? day : null;
}

/** "6 Nov 2024" @param {number} day */
export function formatDay(day) {
  const { year, month, dayOfMonth } = dayToParts(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** "4 – 6 Nov 2024", "28 Oct – 6 Nov 2024" @param {number} from @param {number} to */
export function formatRange(from, to) {
  if (from === to) return formatDay(from);
  const a = dayToParts(from);
  const b = dayToParts(to);
  if (a.year !== b.year) return `${formatDay(from)} – ${formatDay(to)}`;
  if (a.month !== b.month) return `${a.dayOfMonth} ${MONTHS[a.month - 1]} – ${formatDay(to)}`;
  return `${a.dayOfMonth} – ${formatDay(to)}`;
}

/** Monday of the day's week. @param {number} day */
export function startOfWeek(day) {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** @param {number} day @param {number} months */
export function addMonths(day, months) {
  const { year, month } = dayToParts(day);
  const index = year * 12 + month - 1 + months;
  return partsToDay(Math.floor(index / 12), (index % 12) + 1, 1);
}
