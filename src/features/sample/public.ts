export { plantSample, plantSampleQuickly } from './plant-sample.ts';
