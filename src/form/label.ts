/**
 * What the form prints beside or above its numbers, in the official wording, in English, and in the other
 * wordings that published reports use for the same thing.
 */
export interface Label {
  readonly zh: string;
  readonly en: string;
  /** Other published wordings; a reader accepts them as this label. */
  readonly published?: readonly string[];
}

/** A label with the key that cell ids are made of. */
export interface KeyedLabel extends Label {
  readonly key: string;
}
