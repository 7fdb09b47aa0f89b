// @ts-check
/** Quotes that came as one character a word; see `word_code.py`. */

const FIRST_CODE = 0x20;
const SKIPPED = new Set([0x22, 0x3c, 0x5c, 0x2028, 0x2029]);

/** Code points that name no word. @param {number} code */
function isSkipped(code) {
  return (
    SKIPPED.has(code) ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xd800 && code < 0xe000) ||
    (code & 0xfffe) === 0xfffe ||
    (code >= 0xfdd0 && code <= 0xfdef)
  );
}

/**
 * @param {string[]|undefined} words
 * @returns {(text: string) => string}
 */
export function wordDecoder(words) {
  if (!words) return (text) => text;
  /** @type {Map<string, string>} */
  const meaning = new Map();
  let code = FIRST_CODE;
  for (const word of words) {
    while (isSkipped(code)) code += 1;
    meaning.set(String.fromCodePoint(code), word);
    code += 1;
  }
  return (text) => Array.from(text, (character) => meaning.get(character) ?? '').join(' ');
}
