// What would drive or turn the text around it is shown as an escape, and marks do not pile up (SafeText.java).
export const safe = (text: string): string => text
  .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
  .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  .replace(/([\p{Mn}\p{Me}]{5})[\p{Mn}\p{Me}]+/gu, '$1');
