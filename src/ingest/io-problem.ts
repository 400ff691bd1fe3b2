/**
 * What the system said when a file or folder could not be read, in words for whoever named it. Anything else that was
 * thrown is a fault and rises.
 */
export function ioProblem(error: unknown): string {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? error.code : null;
  if (typeof code !== 'string') throw error;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'reading it is not allowed';
  return `it cannot be read (${code})`;
}
