// The colour of a name, the same as in the app (Avatar.java): the hash of a Java string, 31 * h + c over the UTF-16 units
// of the trimmed name in lower case, mixed as MurmurHash3 ends, and of that the upper three bits. Plain JavaScript, so that
// a test of the app can run it.

export const COLOURS = ['#b4530b', '#c02265', '#7447dd', '#2b62cf', '#0f766e', '#527a12', '#a12bb0', '#c0342f'];

/** @type {(name: string) => number} */
export const colour = (name) => {
  let hash = 0;
  for (let i = 0, text = name.trim().toLowerCase(); i < text.length; i += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash >>> 29;
};
// The end of colour.
