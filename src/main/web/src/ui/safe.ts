// Text of strangers for the screen (SafeText.java): what would drive or turn the text around it is shown as an escape, and marks
// do not pile up.
const escape = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

export const safe = (text: string): string => text
  .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
  .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g, escape)
  .replace(/([\p{Mn}\p{Me}]{5})[\p{Mn}\p{Me}]+/gu, '$1');

/** The same, on one line. */
export const safeLine = (text: string): string => safe(text).replace(/[\n\t]/g, ' ');
