// @ts-check
/**
 * The only way this client makes elements. Children that are strings become text
 * nodes: nothing from an article is ever parsed as markup.
 */

/**
 * @param {string} tag
 * @param {Record<string, any>|null} [attributes] `on…` are listeners, `class` a class
 * @param {...(Node|string|number|null|undefined|false)} children
 * @returns {any}
 */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  add(element, ...children);
  return element;
}

/**
 * @param {Element} parent
 * @param {...(Node|string|number|null|undefined|false)} children
 */
export function add(parent, ...children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
}

/**
 * New children; a button that comes again keeps the keyboard's focus.
 * @param {Element} parent @param {...(Node|string|number|null|undefined|false)} children
 */
export function fill(parent, ...children) {
  const active = /** @type {HTMLElement|null} */ (document.activeElement);
  const marks = active && active !== parent && parent.contains(active) ? Object.entries(active.dataset) : [];
  parent.replaceChildren();
  add(parent, ...children);
  if (!marks.length) return;
  const [name, value] = marks[0];
  const again = /** @type {HTMLElement|null} */ (parent.querySelector(`[data-${name}="${CSS.escape(value ?? '')}"]`));
  again?.focus({ preventScroll: true });
}

/**
 * A link for an address that came from an article: web addresses only, else text.
 * @param {string|null} url
 * @param {string} label
 */
export function safeLink(url, label) {
  if (!url || !/^https?:\/\//i.test(url)) return document.createTextNode(label);
  return el(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer nofollow' },
    label,
  );
}

/** "12,500" whatever the reader's locale, so that a page reads the same everywhere. */
export function formatNumber(/** @type {number} */ value) {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
