import { type Lang } from '../types.ts';
import { type Pack } from './pack.ts';

const PACKS: Readonly<Record<Lang, () => Promise<{ readonly pack: Pack }>>> = {
  en: () => import('./en/pack.ts'),
  ru: () => import('./ru/pack.ts'),
  pl: () => import('./pl/pack.ts'),
  fr: () => import('./fr/pack.ts'),
};

/** Loads one language's pack on demand, so that a page pays only for the language that is written in it. */
export const loadPack = async (lang: Lang): Promise<Pack> => (await PACKS[lang]()).pack;
