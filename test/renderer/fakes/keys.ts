/** A data key of 32 equal bytes, as main hands it to the page. */
export const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
