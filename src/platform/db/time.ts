/** The store speaks ISO text, the core speaks milliseconds: these two are the border. */
export const iso = (instant: number): string => new Date(instant).toISOString();
export const instant = (text: string): number => Date.parse(text);
