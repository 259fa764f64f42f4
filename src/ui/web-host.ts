const WEB = /^https?:\/\/([^/?#@\\\s]+)(?:[/?#]|$)/i;

/**
 * Host of an address of the web (http or https), null for any other: an address comes from a file that anyone may have
 * made, and only what leads where it says becomes a link.
 */
export const webHost = (address: string): string | null => WEB.exec(address)?.[1]?.toLowerCase() ?? null;
