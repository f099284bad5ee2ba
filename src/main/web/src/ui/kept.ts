// What was set here lasts where the browser allows it.
export const kept = {
  get(key: string): string {
    try {
      return localStorage.getItem(`hearth.${key}`) ?? '';
    } catch {
      return '';
    }
  },
  set(key: string, value: string): void {
    try {
      if (value) {
        localStorage.setItem(`hearth.${key}`, value);
      } else {
        localStorage.removeItem(`hearth.${key}`);
      }
    } catch {
      // Forbidden: it holds until the page is left.
    }
  },
};
