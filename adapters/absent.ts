/** For `stat(file).catch(absent)`: null when there is no such file; every other failure stays one. */
export function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
