// @ts-check
/** Inflate (RFC 1951) for browsers without DecompressionStream. */

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;

/** @typedef {{counts: Uint16Array, symbols: Uint16Array}} Code */

/** Canonical Huffman code of these lengths. @param {number[]|Uint8Array} lengths @returns {Code} */
function codeOf(lengths) {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length] += 1;
  counts[0] = 0;
  const offsets = new Uint16Array(LONGEST_CODE + 2);
  for (let k = 1; k <= LONGEST_CODE; k += 1) offsets[k + 1] = offsets[k] + counts[k];
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((/** @type {number} */ length, /** @type {number} */ symbol) => {
    if (length) {
      symbols[offsets[length]] = symbol;
      offsets[length] += 1;
    }
  });
  return { counts, symbols };
}

class BitReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.hold = 0;
    this.held = 0;
  }

  /** @param {number} count */
  bits(count) {
    while (this.held < count) {
      if (this.at >= this.bytes.length) throw new Error('the packed data ends too early');
      this.hold |= this.bytes[this.at] << this.held;
      this.at += 1;
      this.held += 8;
    }
    const value = this.hold & ((1 << count) - 1);
    this.hold >>>= count;
    this.held -= count;
    return value;
  }

  /** @param {Code} code */
  symbol({ counts, symbols }) {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST_CODE; length += 1) {
      code |= this.bits(1);
      const count = counts[length];
      if (code - count < first) return symbols[index + (code - first)];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error('the packed data has an unknown code');
  }

  toByte() {
    this.hold = 0;
    this.held = 0;
  }
}

class Output {
  constructor() {
    this.bytes = new Uint8Array(1 << 16);
    this.length = 0;
  }

  /** @param {number} more */
  reserve(more) {
    if (this.length + more <= this.bytes.length) return;
    const bigger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    bigger.set(this.bytes.subarray(0, this.length));
    this.bytes = bigger;
  }

  /** @param {number} byte */
  push(byte) {
    this.reserve(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  /** @param {number} distance @param {number} count */
  repeat(distance, count) {
    this.reserve(count);
    for (let k = 0; k < count; k += 1) {
      this.bytes[this.length] = this.bytes[this.length - distance];
      this.length += 1;
    }
  }
}

function fixedCodes() {
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  return { literals: codeOf(lengths), distances: codeOf(new Uint8Array(30).fill(5)) };
}

/** @param {BitReader} reader */
function readCodes(reader) {
  const literals = reader.bits(5) + 257;
  const distances = reader.bits(5) + 1;
  const used = reader.bits(4) + 4;
  const orders = new Uint8Array(19);
  for (let k = 0; k < used; k += 1) orders[CODE_ORDER[k]] = reader.bits(3);
  const orderCode = codeOf(orders);
  /** @type {number[]} */
  const lengths = [];
  while (lengths.length < literals + distances) {
    const symbol = reader.symbol(orderCode);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) pushTimes(lengths, lengths[lengths.length - 1], 3 + reader.bits(2));
    else pushTimes(lengths, 0, symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7));
  }
  return { literals: codeOf(lengths.slice(0, literals)), distances: codeOf(lengths.slice(literals)) };
}

/** @param {number[]} list @param {number} value @param {number} times */
function pushTimes(list, value, times) {
  for (let k = 0; k < times; k += 1) list.push(value);
}

/** @param {BitReader} reader @param {{literals: Code, distances: Code}} codes @param {Output} output */
function readBlock(reader, codes, output) {
  for (;;) {
    const symbol = reader.symbol(codes.literals);
    if (symbol === 256) return;
    if (symbol < 256) {
      output.push(symbol);
      continue;
    }
    const length = LENGTH_BASE[symbol - 257] + reader.bits(LENGTH_EXTRA[symbol - 257]);
    const far = reader.symbol(codes.distances);
    output.repeat(DISTANCE_BASE[far] + reader.bits(DISTANCE_EXTRA[far]), length);
  }
}

/** @param {BitReader} reader @param {Output} output */
function readStored(reader, output) {
  reader.toByte();
  const { bytes, at } = reader;
  const length = bytes[at] + bytes[at + 1] * 256;
  output.reserve(length);
  output.bytes.set(bytes.subarray(at + 4, at + 4 + length), output.length);
  output.length += length;
  reader.at = at + 4 + length;
}

/** @param {Uint8Array} bytes raw deflate data @returns {Uint8Array} */
export function inflate(bytes) {
  const reader = new BitReader(bytes);
  const output = new Output();
  let isLast = false;
  while (!isLast) {
    isLast = reader.bits(1) === 1;
    const kind = reader.bits(2);
    if (kind === 0) readStored(reader, output);
    else if (kind === 1) readBlock(reader, fixedCodes(), output);
    else if (kind === 2) readBlock(reader, readCodes(reader), output);
    else throw new Error('the packed data has an unknown block');
  }
  return output.bytes.subarray(0, output.length);
}
