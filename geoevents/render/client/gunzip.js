// @ts-check
/** Unpack gzip: by the browser where it can, else by a small inflate of our own. */

import { inflate } from './inflate.js';

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
export async function gunzip(bytes) {
  if (typeof DecompressionStream === 'undefined') return inflate(bytes.subarray(headerLength(bytes)));
  const stream = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {Uint8Array} bytes */
export async function gunzipJson(bytes) {
  return JSON.parse(new TextDecoder().decode(await gunzip(bytes)));
}

/** @param {string} text */
export function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let k = 0; k < binary.length; k += 1) bytes[k] = binary.charCodeAt(k);
  return bytes;
}

/** Length of a gzip header with its optional fields. @param {Uint8Array} bytes */
function headerLength(bytes) {
  const flags = bytes[3];
  let at = 10;
  if (flags & 4) at += 2 + bytes[at] + bytes[at + 1] * 256;
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    while (bytes[at]) at += 1;
    at += 1;
  }
  return flags & 2 ? at + 2 : at;
}
