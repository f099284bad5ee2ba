// The colour of a name, the same as in the app (Avatar.java): the hash of a Java string, 31 * h + c over the UTF-16 units
// of the trimmed name in lower case, mixed as MurmurHash3 ends, and of that the upper four bits. Plain JavaScript, so that
// a test of the app can run it.

export const COLOURS = ['#d53b4a', '#3b6605', '#0a7abf', '#942858', '#78780b', '#0b6279', '#bc44a7', '#6e5400', '#118186', '#743893', '#a96506', '#0b6758', '#7d5ee0', '#923706', '#03864c', '#344faa'];

/** @type {(name: string) => number} */
export const colour = (name) => {
  let hash = 0;
  for (let i = 0, text = name.trim().toLowerCase(); i < text.length; i += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash >>> 28;
};
// The end of colour.
