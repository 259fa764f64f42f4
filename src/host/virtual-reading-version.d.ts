declare module 'virtual:reading-version' {
  /** Version of the readers, 16 hex digits: the same bytes read by the same version give the same reading. */
  export const READING_VERSION: string;
}
