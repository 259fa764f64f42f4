/** Watches how much memory a library asks for at a time, while it reads one document after the other. */
export interface ArrayGuard {
  /** Whether it asked for more than it may have since the guard was set. */
  readonly isExceeded: boolean;
  /** Ends the watch. */
  readonly release: () => void;
}

/** What the guard takes from its host, so that it can be put back. */
type Arrays = Pick<typeof globalThis, 'Uint8Array' | 'DecompressionStream'>;

const host: Arrays = globalThis;
let guards = 0;
let longest = Infinity;
let exceeded = 0;
let original: Arrays | null = null;

function refuse(length: number): never {
  exceeded += 1;
  throw new RangeError(`an array of ${length} bytes is more than a document may take`);
}

/** Unpacks as the host does, and counts what comes out of it: all of that becomes one array. */
function countedStreams(Native: Arrays['DecompressionStream']): Arrays['DecompressionStream'] {
  return class {
    readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
    readonly writable: WritableStream<BufferSource>;
    constructor(format: CompressionFormat) {
      const { readable, writable } = new Native(format);
      let length = 0;
      const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          length += chunk.byteLength;
          if (length > longest) refuse(length);
          controller.enqueue(chunk);
        },
      });
      this.readable = readable.pipeThrough(counter);
      this.writable = writable;
    }
  };
}

function install(): void {
  original = { Uint8Array: host.Uint8Array, DecompressionStream: host.DecompressionStream };
  host.Uint8Array = new Proxy(host.Uint8Array, {
    construct(target, args: readonly unknown[], newTarget: Uint8ArrayConstructor): Uint8Array {
      const [length] = args;
      if (typeof length === 'number' && length > longest) refuse(length);
      const made: unknown = Reflect.construct(target, args, newTarget === host.Uint8Array ? target : newTarget);
      return made as Uint8Array;
    },
  });
  host.DecompressionStream = countedStreams(host.DecompressionStream);
}

function uninstall(): void {
  if (original) Object.assign(host, original);
  original = null;
}

/**
 * Refuses arrays of more bytes than this in the whole thread until it is released: libraries unpack a stream into one
 * array that grows, through any chain of filters, and offer no limit of their own.
 */
export function guardArrays(bytes: number): ArrayGuard {
  const before = exceeded;
  longest = bytes;
  if (guards === 0) install();
  guards += 1;
  return {
    get isExceeded() {
      return exceeded > before;
    },
    release: () => {
      guards -= 1;
      if (guards === 0) uninstall();
    },
  };
}
