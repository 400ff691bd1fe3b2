/** Whether bytes are no text: NUL bytes stand in no text but UTF-16, which begins with its mark. */
export function isBinary(bytes: Uint8Array): boolean {
  const marked =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked) return false;
  return bytes.subarray(0, 8_000).includes(0);
}
