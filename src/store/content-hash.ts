/**
 * A fast hash of content for telling datasets apart (64 bits as 16 hex digits, not for security). It needs no runtime,
 * so that Node, a worker and a page without `crypto.subtle` agree.
 */
export class ContentHash {
  #low = 0x811c9dc5;
  #high = 0x9747b28c;

  #mix(unit: number): void {
    this.#low = Math.imul(this.#low ^ unit, 0x01000193);
    this.#high = Math.imul(this.#high ^ unit, 0x5bd1e995);
    this.#high ^= this.#high >>> 15;
  }

  /** Takes in a text; its length too, so that `ab` + `c` differs from `a` + `bc`. */
  add(text: string | null): this {
    if (text === null) {
      this.#mix(-1);
      return this;
    }
    for (let index = 0; index < text.length; index++) this.#mix(text.charCodeAt(index));
    this.#mix(text.length + 0x10000);
    return this;
  }

  /** Takes in bytes of a file piece by piece: where it is cut makes no difference. */
  addBytes(bytes: Uint8Array): this {
    for (let index = 0; index < bytes.length; index++) this.#mix(bytes[index]!);
    return this;
  }

  /** The hash of everything taken in so far, 16 hex digits. */
  hex(): string {
    const low = finish(this.#low ^ Math.imul(this.#high, 0x27d4eb2f));
    const high = finish(this.#high ^ low);
    return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

function finish(half: number): number {
  const first = Math.imul(half ^ (half >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
