import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6})\w*, (#\w{6})\w*\)/g)].map(([, name, light, dark]) => [
    name as string,
    { light: light as string, dark: dark as string },
  ]),
);

/** Contrast by WCAG 2.2: 4.5 for text, 3 for what one must see to use it. */
const TEXT: [ink: string, ground: string][] = [
  ...['ink', 'muted', 'accent', 'red', 'amber'].flatMap((ink) =>
    ['paper', 'panel'].map((ground): [string, string] => [ink, ground]),
  ),
  ['ink', 'sunken'],
  ['muted', 'sunken'],
  ['accent-strong', 'paper'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['muted', 'accent-soft'],
  ['ink', 'red-soft'],
  ['red', 'red-soft'],
  ['ink', 'amber-soft'],
  ['amber', 'amber-soft'],
  ['ink', 'note'],
  ['muted', 'note'],
];
const BORDERS: [line: string, ground: string][] = [
  ['line-strong', 'paper'],
  ['line-strong', 'panel'],
  ['accent', 'paper'],
  ['accent', 'panel'],
];

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const colour = (name: string): string => tokens.get(name)?.[theme] ?? '';
  it.each(TEXT)('%s is legible on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(BORDERS)('%s is visible on %s', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
