// @ts-check
/**
 * Bytes that came through one component and are read by another, by name. The name
 * holds a digest of the content, so a blob never changes under its name.
 */

const KEEP = 6;

/** @returns {{blobs: Map<string, Uint8Array>, waiting: Map<string, ((bytes: Uint8Array) => void)[]>}} */
function registry() {
  const key = Symbol.for('geoevents.blobs');
  const scope = /** @type {any} */ (globalThis);
  if (!scope[key]) scope[key] = { blobs: new Map(), waiting: new Map() };
  return scope[key];
}

/** @param {string} name @param {Uint8Array} bytes */
export function putBlob(name, bytes) {
  const { blobs, waiting } = registry();
  blobs.delete(name);
  blobs.set(name, bytes);
  for (const old of [...blobs.keys()].slice(0, -KEEP)) blobs.delete(old);
  for (const tell of waiting.get(name) ?? []) tell(bytes);
  waiting.delete(name);
}

/** @param {string} name @returns {Promise<Uint8Array>} */
export function whenBlob(name) {
  const { blobs, waiting } = registry();
  const bytes = blobs.get(name);
  if (bytes) return Promise.resolve(bytes);
  return new Promise((tell) => {
    waiting.set(name, [...(waiting.get(name) ?? []), tell]);
  });
}
