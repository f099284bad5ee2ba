// Reading what a host says: whatever does not fit is as if unsaid, as in the app (Fields.java, WireBounds.java).

export type Wire = Readonly<Record<string, unknown>>;

const ID_CHARACTERS = 256;
const LIST = 10_000;

export const isMap = (value: unknown): value is Wire =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const map = (from: Wire, key: string): Wire => {
  const value = from[key];
  return isMap(value) ? value : {};
};

export const text = (from: Wire, key: string): string | undefined => {
  const value = from[key];
  return typeof value === 'string' ? value : undefined;
};

export const id = (from: Wire, key: string): string | undefined => {
  const value = text(from, key);
  return value !== undefined && fitsId(value) ? value : undefined;
};

export const fitsId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= ID_CHARACTERS;

/** A number may arrive as a decimal string. */
export const number = (from: Wire, key: string): number | undefined => {
  const value = from[key];
  const parsed = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof parsed === 'number' && Number.isSafeInteger(parsed) ? parsed : undefined;
};

/** A place in a log, or a time: never below zero. */
export const count = (from: Wire, key: string): number | undefined => {
  const value = number(from, key);
  return value !== undefined && value >= 0 ? value : undefined;
};

export const flag = (from: Wire, key: string): boolean => from[key] === true;

export function list<T>(from: Wire, key: string, read: (map: Wire) => T | undefined): T[] {
  const value = from[key];
  if (!Array.isArray(value)) {
    return [];
  }
  return value.slice(0, LIST).flatMap((each: unknown) => {
    const made = isMap(each) ? read(each) : undefined;
    return made === undefined ? [] : [made];
  });
}

export const ids = (from: Wire, key: string): string[] => {
  const value = from[key];
  return Array.isArray(value) ? value.slice(0, LIST).filter(fitsId) : [];
};
