const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Kept in the browser and put on the page by /theme.js before anything is painted. */
export const theme = (): Theme => THEMES.find((t) => t === localStorage.getItem('theme')) ?? 'auto';

export function setTheme(next: Theme): void {
  if (next === 'auto') {
    localStorage.removeItem('theme');
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem('theme', next);
    document.documentElement.dataset['theme'] = next;
  }
}
